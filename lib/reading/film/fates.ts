import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '@/lib/sim/defaults'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import type { Copies } from '../verdict/copies'
import { ADDING, REPLACING, replay } from '../verdict/replay'
import type { Verdict, WriteRecord } from '../verdict/verdict'
import { CurrentPrimary } from './current-primary'
import { FateChanges, type ShownFate } from './fate-changes'
import { advance, type Draft, reaches, stateBefore } from './frame'

/** What a promoted server lacked when it became primary. */
export interface Shortfall {
  /** Acknowledged writes that it did not have. */
  readonly missing: number
  readonly acknowledged: number
  /** Other running servers that had some of them. */
  readonly aheadOf: readonly string[]
}

export interface Fates {
  /** What was known at `at` µs of a write that had been sent by then, by its number; at the end, what became of it. */
  at(write: number, at: number): ShownFate
  /** By the index of the promotion in the journal. */
  readonly shortfalls: ReadonlyMap<number, Shortfall>
}

/** Follows what is known of every write through a run, by what had happened until then and nothing later. */
export function fatesOf(run: Run, verdict: Verdict): Fates {
  const history = new History(run, verdict)
  replay(run, (index, copies) => {
    const event = run.events[index]
    if (event) history.read(event, index, copies)
  })
  const end = run.scenario.durationMs * 1000
  return {
    at: (write, at) => (at >= end ? (history.records[write]?.fate ?? 'unanswered') : history.at(write, at)),
    shortfalls: history.shortfalls,
  }
}

/** Who has which writes of those that matter to a write's fate: the living primary, if there is one, and whom a failover would choose. */
interface Holdings {
  readonly primary: Uint8Array | null
  readonly heirs: readonly Uint8Array[]
}

/** Events after which other servers may count. Other kinds of process add theirs. */
export const TURNS = new Set<JournalEvent['type']>([
  ...REPLACING,
  ...(['settled', 'partition', 'cut', 'heal', 'start', 'pause', 'resume'] as const),
  ...(['role', 'belief', 'config', 'link', 'link-lost', 'sentinel'] as const),
])

class History {
  readonly shortfalls = new Map<number, Shortfall>()
  readonly #state: Draft
  readonly #current = new CurrentPrimary()
  readonly #servers: readonly string[]
  readonly #priorities: Map<string, number>
  readonly #changes = new FateChanges()
  /** By the number of the write. */
  readonly records: readonly (WriteRecord | undefined)[]
  readonly #acknowledged: number[] = []
  /** Writes that changed nothing, by the earlier one that made it so: they are where that one is; everywhere, if it is null. */
  readonly #echoes = new Map<number, number[]>()
  readonly #echoOf = new Map<number, number | null>()
  /** Replicas that a failover could promote as things stand, and whom of them it would. */
  #promotable: readonly string[] = []
  #heirs: readonly string[] = []
  /** What the primary and they have, as things stand. */
  #holdings: Holdings = { primary: null, heirs: [] }
  /** The replicas among which only the offset decides. */
  #candidates: readonly string[] = []
  /** Who counted when all writes were last looked at: while it is the same, no turn changes what is known of them. */
  #situation = ''
  /** Since when replicas have no link to their primary: after ten times `down-after-milliseconds` none is promoted (R107). */
  readonly #unlinkedSince = new Map<string, number>()
  readonly #longestUnlinked: number

  constructor({ scenario }: Run, verdict: Verdict) {
    this.#state = stateBefore(scenario)
    this.#servers = Object.keys(this.#state.servers)
    this.#priorities = new Map(
      this.#servers.map((server) => {
        const own = scenario.hosts[server]?.redis?.conf['replica-priority']
        return [server, own ?? REDIS_DEFAULTS['replica-priority']]
      }),
    )
    const downAfter = Object.values(scenario.hosts).map(({ sentinel }) => sentinel?.conf['down-after-milliseconds'])
    const longest = Math.max(...downAfter.map((ms) => ms ?? SENTINEL_DEFAULTS['down-after-milliseconds']))
    this.#longestUnlinked = 10 * longest * 1000
    const records: WriteRecord[] = []
    for (const record of verdict.writes) records[record.write] = record
    this.records = records
  }

  at(write: number, at: number): ShownFate {
    return this.#changes.at(write, at) ?? 'unanswered'
  }

  /** Nearly all events are of single writes. All others may change how the servers stand. */
  read(event: JournalEvent, index: number, copies: Copies): void {
    if (event.type === 'send') return
    if (event.type === 'answer') this.#answer(event.write, event.at, event.error, copies)
    else if ('write' in event && ADDING.has(event.type)) {
      advance(this.#state, event)
      this.#chooseAgain(copies)
      this.#lookAgain(event.write, event.at, copies)
      for (const write of this.#echoes.get(event.write) ?? []) this.#lookAgain(write, event.at, copies)
    } else if (event.type === 'unchanged') {
      const { write, madeBy } = event
      this.#echoOf.set(write, madeBy)
      if (madeBy !== null) this.#echoes.set(madeBy, [...(this.#echoes.get(madeBy) ?? []), write])
    } else this.#readOther(event, index, copies)
  }

  #readOther(event: JournalEvent, index: number, copies: Copies): void {
    advance(this.#state, event)
    this.#current.read(event)
    if (event.type === 'config' && event.directive === 'replica-priority') this.#priorities.set(event.host, Number(event.value))
    this.#follow(event)
    if (TURNS.has(event.type)) this.#turn(event, copies)
    if (event.type === 'promoted' || (event.type === 'role' && event.role === 'primary'))
      this.shortfalls.set(index, this.#shortfallOf(event.host, copies))
  }

  #turn({ type, at }: JournalEvent, copies: Copies): void {
    this.#promotable = this.#servers.filter((server) => this.#isPromotable(server, at))
    this.#candidates = this.#preferred()
    this.#heirs = this.#chooseHeirs()
    this.#holdings = this.#held(copies)
    const primary = this.#current.server
    const situation = [primary, primary !== null && this.#state.servers[primary]?.up, ...this.#heirs].join()
    if (situation === this.#situation && !REPLACING.has(type)) return
    this.#situation = situation
    for (const write of this.#acknowledged) this.#look(write, at, copies)
  }

  #answer(write: number, at: number, error: string | null, copies: Copies): void {
    if (error === null) {
      this.#acknowledged.push(write)
      this.#look(write, at, copies)
    } else this.#changes.change(write, at, this.records[write]?.fate ?? 'refused')
  }

  /** Another server has a write: what is known of it may be another thing now, if anything was. */
  #lookAgain(write: number, at: number, copies: Copies): void {
    if (this.#changes.known(write) !== null) this.#look(write, at, copies)
  }

  #look(write: number, at: number, copies: Copies): void {
    // What a client was refused it was refused, whatever the servers do with it.
    const known = this.#changes.known(write)
    if (known === 'refused' || known === 'no-connection') return
    const origin = this.#originOf(write)
    this.#changes.change(write, at, origin === null ? 'safe' : judge(origin, copies, this.#holdings))
  }

  /** The write whose copies are those of this one; null: it is so on every server from the beginning. */
  #originOf(write: number): number | null {
    const origin = this.#echoOf.get(write)
    return origin === undefined ? write : origin
  }

  #held(copies: Copies): Holdings {
    const primary = this.#current.server
    return {
      primary: primary !== null && this.#state.servers[primary]?.up ? copies.heldBy(primary) : null,
      heirs: this.#heirs.map((server) => copies.heldBy(server)),
    }
  }

  /** Those that a failover could promote and that have the best priority. */
  #preferred(): readonly string[] {
    const priorityOf = (server: string): number => this.#priorities.get(server) ?? 0
    const first = Math.min(...this.#promotable.map(priorityOf))
    return this.#promotable.filter((server) => priorityOf(server) === first)
  }

  /** Whom a failover would choose: by priority, then by offset (R108). Several only where nothing but their run IDs decides. */
  #chooseHeirs(): readonly string[] {
    if (this.#candidates.length < 2) return this.#candidates
    let furthest = 0
    for (const server of this.#candidates) furthest = Math.max(furthest, this.#offsetOf(server))
    return this.#candidates.filter((server) => this.#offsetOf(server) === furthest)
  }

  /** An offset has moved: it is looked up anew who has what only where others are chosen than before. */
  #chooseAgain(copies: Copies): void {
    if (this.#candidates.length < 2) return
    const heirs = this.#chooseHeirs()
    if (heirs.length === this.#heirs.length && heirs.every((server, index) => server === this.#heirs[index])) return
    this.#heirs = heirs
    this.#holdings = this.#held(copies)
  }

  #offsetOf(server: string): number {
    return this.#state.servers[server]?.offset ?? 0
  }

  /** Keeps track of whose link is down. */
  #follow(event: JournalEvent): void {
    if (event.type === 'link-lost') this.#unlinkedSince.set(event.host, event.at)
    if (event.type === 'link' && event.state === 'up') this.#unlinkedSince.delete(event.host)
  }

  /** Whether a failover could make it the primary: it runs, is not ruled out, and a majority of the sentinels reach it. */
  #isPromotable(server: string, at: number): boolean {
    const { servers, sentinels } = this.#state
    const own = servers[server]
    if (own?.role !== 'replica' || !own.up || own.frozen || this.#priorities.get(server) === 0) return false
    const all = Object.entries(sentinels)
    if (all.length === 0) return true
    if (at - (this.#unlinkedSince.get(server) ?? at) > this.#longestUnlinked) return false
    const near = all.filter(
      ([host, { up, frozen }]) => up && !frozen && reaches(this.#state, host, server) && reaches(this.#state, server, host),
    )
    return near.length > all.length / 2
  }

  #shortfallOf(server: string, copies: Copies): Shortfall {
    const holds = (host: string, write: number): boolean => {
      const origin = this.#originOf(write)
      return origin === null || copies.holds(host, origin)
    }
    const missing = this.#acknowledged.filter((write) => !holds(server, write))
    const aheadOf = this.#servers.filter(
      (other) => other !== server && this.#state.servers[other]?.up && missing.some((write) => holds(other, write)),
    )
    return { missing: missing.length, acknowledged: this.#acknowledged.length, aheadOf }
  }
}

/** What an acknowledged write has to fear, as things stand. */
function judge(write: number, copies: Copies, { primary, heirs }: Holdings): ShownFate {
  if (!copies.exists(write)) return 'lost'
  if (primary !== null && primary[write] !== 1) return 'risk'
  return heirs.some((has) => has[write] === 1) ? 'safe' : 'risk'
}
