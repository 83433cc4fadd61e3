import { JOURNAL, type JournalEvent } from '@/lib/sim/journal'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import type { Run } from '@/lib/sim/outputs'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Workload } from '@/lib/sim/scenario/scenario'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)

/** Replication ids of hand-written journals: that of r1, and one that r2 takes when it is promoted. */
export const REPLIDS = { r1: A, r2: B } as const

/** An event as it is written here: `at` is that of the journal; nothing has a cause, and what is of the network no host. */
type Event = JournalEvent extends infer E
  ? E extends { readonly host: infer H }
    ? Omit<E, 'at' | 'by' | (null extends H ? 'host' : 'at')>
    : never
  : never

/** Writes a journal by hand: a primary r1, a replica r2, a sentinel s1, a client c1. Times are milliseconds. */
export class HandJournal {
  private readonly events: JournalEvent[] = []
  private now = 0
  private written = 0

  constructor(private readonly conf: { readonly r1?: Partial<RedisConf>; readonly wait?: Workload['wait'] } = {}) {
    this.push({ type: 'header', kernel: 'by hand', journal: JOURNAL, scenario: '' })
    this.push({
      type: 'settled',
      servers: [
        { host: 'r1', role: 'primary', of: null, replid: A, offset: 100 },
        { host: 'r2', role: 'replica', of: 'r1', replid: A, offset: 100 },
      ],
      sentinels: [{ host: 's1', primary: 'r1', quorum: 1 }],
      clients: [{ host: 'c1', server: 'r1' }],
    })
  }

  at(ms: number): this {
    this.now = ms
    return this
  }

  push(...events: readonly Event[]): this {
    for (const event of events) this.events.push({ at: this.now * 1000, host: null, by: null, ...event } as JournalEvent)
    return this
  }

  /** Index of the event pushed last. */
  get last(): number {
    return this.events.length - 1
  }

  /** A write that the server executes and acknowledges, and that these replicas apply; returns its number. */
  write(server: string, ...replicas: readonly string[]): number {
    const write = this.send(server)
    this.execute(write, server, ...replicas)
    this.push({ type: 'answer', host: 'c1', write, error: null })
    return write
  }

  /** A write on its way that nobody has answered yet; `workload` is null for one that somebody typed. */
  send(server: string | null, workload: number | null = 0): number {
    this.push({ type: 'send', host: 'c1', workload, server, write: this.written, key: `w:${this.written}` })
    this.written += 1
    return this.written - 1
  }

  execute(write: number, server: string, ...replicas: readonly string[]): void {
    const offset = 100 + (write + 1) * 31
    this.push({ type: 'execute', host: server, write, offset })
    for (const replica of replicas) this.push({ type: 'apply', host: replica, write, offset })
  }

  /**
   * A write that changes nothing on this server, because that one has made it so, or null where it was so from the beginning, and is
   * acknowledged; returns its number.
   */
  writeAgain(madeBy: number | null, server: string): number {
    const write = this.send(server)
    this.push({ type: 'unchanged', host: server, write, madeBy }, { type: 'answer', host: 'c1', write, error: null })
    return write
  }

  refuse(server: string | null, error: string): number {
    const write = this.send(server)
    this.push({ type: 'answer', host: 'c1', write, error })
    return write
  }

  kill(host: string, process: ProcessKind = 'redis'): this {
    return this.push({ type: 'kill', host, process })
  }

  /** Comes back as a primary with nothing, with what its AOF held, or with a snapshot. */
  boot(server: string, loaded: 'nothing' | 'aof' | 'rdb', snapshot: number | null = null): this {
    return this.push(
      { type: 'start', host: server, process: 'redis' },
      {
        type: 'boot',
        host: server,
        role: 'primary',
        of: null,
        replid: B,
        replid2: null,
        secondOffset: -1,
        offset: 0,
        loaded,
        snapshot,
        writes: 0,
      },
    )
  }

  promote(server: string, orderedBy: 'sentinel' | 'operator' = 'sentinel'): this {
    const sentinel = orderedBy === 'sentinel' ? 's1' : null
    return this.push({
      type: 'role',
      host: server,
      role: 'primary',
      of: null,
      replid: B,
      replid2: A,
      secondOffset: 101,
      offset: 100,
      orderedBy,
      sentinel,
    })
  }

  demote(server: string, of: string): this {
    return this.push({
      type: 'role',
      host: server,
      role: 'replica',
      of,
      replid: A,
      replid2: null,
      secondOffset: -1,
      offset: 100,
      orderedBy: 'sentinel',
      sentinel: 's1',
    })
  }

  believe(primary: string, epoch: number): this {
    return this.push({ type: 'belief', host: 's1', primary, epoch })
  }

  /** The replica asks for a partial resync and is refused one: it loads a snapshot of the primary as that is now. */
  fullResync(replica: string, primary: string, snapshot: number, discarded: number): this {
    return this.push(
      { type: 'psync', host: primary, replica, replid: A, offset: 101, outcome: 'full', reason: 'second-offset', limit: 101 },
      { type: 'snapshot', host: primary, snapshot, replid: B, offset: 100, for: 'resync' },
      { type: 'load', host: replica, primary, snapshot, replid: B, offset: 100, discarded },
    )
  }

  run(): Run {
    const scenario = parseScenario({
      version: 1,
      name: 'by hand',
      seed: 7,
      durationMs: 60_000,
      hosts: {
        r1: { redis: { conf: this.conf.r1 ?? {} } },
        r2: { redis: { replicaOf: 'r1' } },
        s1: { sentinel: { monitor: 'r1', quorum: 1 } },
        c1: { client: { connect: 'r1' } },
      },
      workload: [
        {
          client: 'c1',
          command: 'SET w:{i} {i}',
          everyMs: 10,
          fromMs: 0,
          untilMs: 60_000,
          ...(this.conf.wait && { wait: this.conf.wait }),
        },
      ],
    })
    return { scenario, events: this.events }
  }
}
