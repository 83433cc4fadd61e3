import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'
import { replay, type StartFile } from '../verdict/replay'
import { lastUntil } from './instants'

/** What is on a server's disk: what it would start with. */
export interface DiskFile {
  readonly kind: 'aof' | 'rdb'
  /** Writes in it. */
  readonly writes: number
  /** How many of them are on the disk for good, and not only with the system; absent: all, or the run is not about that. */
  readonly onDisk?: number
}

export interface Files {
  /** Of every server that has one at `at` µs; of none where the scenario is not about disks. */
  at(at: number): Readonly<Record<string, DiskFile>>
}

/** The files of one server, each from one instant on. */
interface Shelf {
  readonly instants: number[]
  readonly files: (DiskFile | null)[]
}

/** Follows what is on every server's disk, by the journal alone. */
export function filesOf(run: Run): Files {
  const shelves = new Map<string, Shelf>()
  if (isAboutDisks(run)) {
    for (const [host, { redis }] of Object.entries(run.scenario.hosts)) if (redis) shelves.set(host, { instants: [], files: [] })
    replay(run, (index, _copies, fileOf) => {
      const event = run.events[index]
      if (event?.type === 'settled') for (const [server, shelf] of shelves) put(shelf, event.at, fileOf(server))
      const shelf = event?.host == null ? undefined : shelves.get(event.host)
      if (event?.host != null && shelf !== undefined) put(shelf, event.at, fileOf(event.host))
    })
  }
  return {
    at(at) {
      const found: Record<string, DiskFile> = {}
      for (const [server, { instants, files }] of shelves) {
        const file = files[lastUntil(instants, at)]
        if (file != null) found[server] = file
      }
      return found
    },
  }
}

function put({ instants, files }: Shelf, at: number, file: StartFile | null): void {
  const last = files[files.length - 1] ?? null
  const writes = file?.data.length ?? 0
  const onDisk = Math.min(file?.onDisk ?? writes, writes)
  if (last?.kind === file?.kind && last?.writes === writes && (last.onDisk ?? writes) === onDisk) return
  instants.push(at)
  files.push(file === null ? null : { kind: file.kind, writes, ...(onDisk < writes && { onDisk }) })
}

/** Whether it makes a difference to somebody what is on a disk: it was configured, or a server is started from it. */
function isAboutDisks(run: Run): boolean {
  const configured = Object.values(run.scenario.hosts).some(
    ({ redis }) => redis?.conf.appendonly === 'yes' || redis?.conf.save !== undefined,
  )
  const set = eventsOf(run, 'config').some(({ event }) => event.directive === 'appendonly' || event.directive === 'save')
  return configured || set || eventsOf(run, 'boot').length > 0
}
