import { integerIn, newStream } from '../../core/random'
import { MILLISECOND, type Micros, NEVER, SECOND } from '../../core/time'
import { emit, timer, unixtime } from '../../core/world'
import type { AppendFsync } from '../directive'
import type { ClusterWorld } from '../protocol'
import { type Fsyncs, nextTurn, type ServerState } from '../redis/state'

/** What a background fsync takes from its begin until the disk has it (R74 measured 1–4 ms on an ordinary disk). */
const FSYNC: Micros = 2 * MILLISECOND
/** After so long the system writes back what nobody has fsynced (R74). */
const WRITEBACK: Micros = 30 * SECOND

/** The file of a server that has just begun: of what is in it, so many writes are on the disk. */
export function newFsyncs(world: ClusterWorld, server: ServerState, onDisk: number): Fsyncs {
  const age = integerIn(newStream(world.seed, `fsync:${server.host}:${server.runId}`), 0, SECOND)
  const known = server.conf.appendonly === 'yes' ? server.offset : -1
  const begun = server.data.writes.length
  return {
    onDisk,
    begun,
    noted: known,
    known,
    last: world.now - age,
    running: null,
    ordered: NEVER,
    writeback: false,
    aside: false,
  }
}

/** Whether an fsync is due at the end of a turn, and if not yet, when it will be looked at again; null: nothing waits for one. */
const DUE: Readonly<Record<AppendFsync, (world: ClusterWorld, server: ServerState, fsyncs: Fsyncs) => Micros | null>> = {
  always: ({ now }) => now,
  everysec(world, server, { last, running }) {
    if (running !== null) return null
    const isDue = server.rules.fsyncsByTheSecond ? world.now - last >= SECOND : unixtime(world) > unixtime(world, last)
    // An idle server looks again at its next serverCron.
    return isDue ? world.now : nextTurn(server, world.now)
  },
  no: () => null,
}

/** The end of a turn: what was written is in the file; an fsync begins if one is due (R17, R72, R74). */
export function tendFile(world: ClusterWorld, server: ServerState, fsyncs: Fsyncs): void {
  if (!followsFile(world, server, fsyncs)) return
  const written = server.data.writes.length
  if (written > fsyncs.begun) {
    const due = DUE[server.conf.appendfsync](world, server, fsyncs)
    if (due !== null && due !== fsyncs.ordered) {
      fsyncs.ordered = due
      timer(world, server.place, due, 'flush')
    }
    if (!fsyncs.writeback) {
      fsyncs.writeback = true
      timer(world, server.place, world.now + WRITEBACK, 'writeback')
    }
  } else if (fsyncs.running === null && server.conf.appendfsync !== 'no') fsyncs.noted = server.offset
  if (fsyncs.known === fsyncs.noted) return
  fsyncs.known = fsyncs.noted
  // Whoever waits for it is looked at in the next turn, which comes at once (R72).
  if (server.waiting.length > 0) timer(world, server.place, world.now, 'turn')
}

/** A file that was rewritten is on the disk as a whole; one that is no longer written was fsynced at its end (R80). */
function followsFile(world: ClusterWorld, server: ServerState, fsyncs: Fsyncs): boolean {
  if (server.aof && fsyncs.known < 0) {
    fsyncs.begun = server.data.writes.length
    fsyncs.noted = server.offset
    put(world, server, fsyncs, { writes: fsyncs.begun, offset: server.offset })
  }
  if (!server.aof) Object.assign(fsyncs, { known: -1, noted: -1, running: null })
  return server.aof
}

/** All that was read at this instant is in the file: `always` fsyncs before it goes on, `everysec` in the background. */
export function flush(world: ClusterWorld, server: ServerState): void {
  const { fsyncs } = server
  if (fsyncs === null) return
  const written = server.data.writes.length
  if (!server.aof || written === fsyncs.begun || DUE[server.conf.appendfsync](world, server, fsyncs) !== world.now) return
  const covered = { writes: written, offset: server.offset }
  fsyncs.begun = written
  fsyncs.last = world.now
  if (server.conf.appendfsync === 'always') {
    fsyncs.noted = covered.offset
    put(world, server, fsyncs, covered)
  } else {
    fsyncs.running = covered
    timer(world, server.place, world.now + FSYNC, 'fsynced')
  }
}

/** The disk has it: another thread has seen to that, and the server learns of it in its next turn. */
export function fsynced(world: ClusterWorld, server: ServerState): void {
  const { fsyncs } = server
  if (fsyncs === null) return
  fsyncs.aside = true
  const { running } = fsyncs
  if (running === null) return
  fsyncs.running = null
  fsyncs.noted = running.offset
  put(world, server, fsyncs, running)
  timer(world, server.place, nextTurn(server, world.now), 'turn')
}

/** What was left to the system it has written back; the server does not know. */
export function writtenBack(world: ClusterWorld, server: ServerState): void {
  const { fsyncs } = server
  if (fsyncs === null) return
  fsyncs.aside = true
  fsyncs.writeback = false
  if (server.aof) put(world, server, fsyncs, { writes: server.data.writes.length, offset: server.offset })
}

function put(
  world: ClusterWorld,
  server: ServerState,
  fsyncs: Fsyncs,
  { writes, offset }: { writes: number; offset: number },
): void {
  fsyncs.onDisk = writes
  emit(world, { at: world.now, host: server.host, type: 'fsync', by: world.cause, writes, offset })
}

/** An AOF begins empty, and is on the disk as such. */
export function announceFile(world: ClusterWorld, server: ServerState): void {
  if (server.fsyncs !== null && server.aof) put(world, server, server.fsyncs, { writes: 0, offset: server.offset })
}
