import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { serversOf } from '../servers'
import { type Copies, writesOf } from '../verdict/copies'
import { ADDING, REPLACING, replay } from '../verdict/replay'
import { CurrentPrimary } from './current-primary'
import { type CopyUnderWay, type Excess, FullCopies } from './full-copies'
import { lastUntil } from './instants'

/**
 * A server's data against that of the current primary: the one that the last failover named, and before any the configured one. While that
 * one is dead, against what it held when it died. Counted in writes that changed something.
 */
export interface Holding {
  /** Both have them. */
  readonly shared: number
  /** The primary has them, this server does not. */
  readonly lacks: number
  /** This server has them, the primary does not; those of `only` are among them, but on the primary itself. */
  readonly beyond: number
  /** On no other server, neither in its memory nor, where it is dead, on its disk. */
  readonly only: number
  /** How old the first write is that it lacks, µs since it was executed; null when it lacks none. */
  readonly behindFor: number | null
  /** A full copy that it waits for or gets. */
  readonly copy: CopyUnderWay | null
  /** Writes that a full copy has erased here a moment ago. */
  readonly erased: number
}

export interface Holdings {
  /** Writes that a full bar stands for: the most that there is to tell of any server at any instant. */
  readonly most: number
  /** The full copies that came: from when to when, µs, and how many writes they erased. */
  readonly copies: FullCopies['arrived']
  /** Of every server at `at` µs. `shownFor`: for how long a message is seen at least, µs. */
  at(at: number, shownFor: number): Readonly<Record<string, Holding>>
}

/** Compares the servers' data at every instant of a run, by its journal alone. */
export function holdingsOf(run: Run): Holdings {
  const servers = serversOf(run.scenario)
  const compared = new Comparison(servers)
  const copies = new FullCopies()
  const excess: Excess = (server, other) => compared.excess(server, other)
  replay(run, (index, data) => {
    const event = run.events[index]
    if (event === undefined || event.type === 'send' || event.type === 'answer') return
    copies.read(event, excess)
    compared.read(event, data)
  })
  return {
    most: compared.most,
    copies: copies.arrived,
    at(at, shownFor) {
      const counts = compared.at(at)
      return Object.fromEntries(
        servers.map((server, index) => {
          const { firstLacked, ...counted } = counts(index)
          const holding: Holding = {
            ...counted,
            behindFor: firstLacked === null ? null : at - firstLacked,
            copy: copies.to(server, at),
            erased: copies.erasedOn(server, at, shownFor),
          }
          return [server, holding]
        }),
      )
    },
  }
}

/** Writes in their order, and by number: 1 for each of them. */
interface Writes {
  readonly order: number[]
  readonly has: (0 | 1 | undefined)[]
}

/** Born complete and changed in place: there are thousands of steps. */
interface Holder {
  /** What it has in memory; dead, on its disk. */
  now: Writes
  /** The same, or what it had when it died. */
  lived: Writes
  shared: number
  only: number
  /** Where in the primary's order the first write stands that it lacks. */
  first: number
}

type Counted = Pick<Holding, 'shared' | 'lacks' | 'beyond' | 'only'> & {
  /** When the first write that it lacks was executed. */
  readonly firstLacked: number | null
}

/** Numbers of a server in a row: what it holds, `shared`, `only`, and the first write that it lacks, −1 for none. */
const COLUMNS = 4

/** Compares the servers' data whenever those change: a row of numbers for each instant at which they do. */
class Comparison {
  most = 1
  readonly #instants: number[] = []
  /** Each: what the primary holds, then the columns of each server. */
  #rows = new Int32Array(4096)
  readonly #width: number
  readonly #holders: readonly Holder[]
  readonly #current = new CurrentPrimary()
  #primary: Holder | undefined
  /** By write: on how many servers it is, and when it was executed. */
  #count: number[] = []
  readonly #executedAt: number[] = []
  readonly #servers: readonly string[]

  constructor(servers: readonly string[]) {
    this.#servers = servers
    this.#width = 1 + COLUMNS * servers.length
    this.#holders = servers.map(() => {
      const now = writesIn([])
      return { now, lived: now, shared: 0, only: 0, first: 0 }
    })
  }

  /** Each event, when the data are as it left them. */
  read(event: JournalEvent, data: Copies): void {
    if ('write' in event && ADDING.has(event.type)) {
      this.#executedAt[event.write] ??= event.at
      this.#add(this.#holder(event.host), event.write)
      this.#keep(event.at)
      return
    }
    this.#current.read(event)
    const primary = this.#holder(this.#current.server) ?? this.#primary
    const replaced = REPLACING.has(event.type) ? this.#holder(event.host) : undefined
    if (primary === this.#primary && replaced === undefined) return
    this.#primary = primary
    if (replaced !== undefined && event.host !== null) {
      replaced.now = writesIn(writesOf(data.dataOf(event.host)))
      if (event.type !== 'kill') replaced.lived = replaced.now
    }
    this.#countAll()
    this.#keep(event.at)
  }

  /** How many writes a server holds that another one lacks. */
  excess(server: string, other: string): number {
    const has = this.#holder(other)?.now.has ?? []
    return this.#holder(server)?.now.order.reduce((sum, write) => (has[write] === 1 ? sum : sum + 1), 0) ?? 0
  }

  /** What was counted last at `at`, by the index of the server. */
  at(at: number): (server: number) => Counted {
    const row = lastUntil(this.#instants, at) * this.#width
    const number = (column: number): number => this.#rows[row + column] ?? 0
    return (server) => {
      const own = 1 + COLUMNS * server
      const [held, shared, only, lacked] = [number(own), number(own + 1), number(own + 2), this.#rows[row + own + 3] ?? -1]
      const firstLacked = lacked < 0 ? null : (this.#executedAt[lacked] ?? null)
      return { shared, lacks: number(0) - shared, beyond: held - shared, only, firstLacked }
    }
  }

  #holder(server: string | null): Holder | undefined {
    return server === null ? undefined : this.#holders[this.#servers.indexOf(server)]
  }

  /** What the others are compared with. */
  get #reference(): Writes {
    return this.#primary?.lived ?? NOTHING
  }

  #add(holder: Holder | undefined, write: number): void {
    if (holder === undefined || holder.now.has[write] === 1) return
    holder.now.has[write] = 1
    holder.now.order.push(write)
    this.#countCopy(holder, write)
    const reference = this.#reference
    if (holder.now === reference) {
      for (const other of this.#holders) if (other.now.has[write] === 1) other.shared += 1
    } else if (reference.has[write] === 1) holder.shared += 1
  }

  /** One server more has it. */
  #countCopy(holder: Holder, write: number): void {
    const count = (this.#count[write] ?? 0) + 1
    this.#count[write] = count
    if (count === 1) holder.only += 1
    if (count !== 2) return
    const other = this.#holders.find((one) => one !== holder && one.now.has[write] === 1)
    if (other !== undefined) other.only -= 1
  }

  #countAll(): void {
    const reference = this.#reference
    this.#count = []
    for (const holder of this.#holders) for (const write of holder.now.order) this.#count[write] = (this.#count[write] ?? 0) + 1
    for (const holder of this.#holders) {
      Object.assign(holder, { shared: 0, only: 0, first: 0 })
      for (const write of holder.now.order) {
        if (this.#count[write] === 1) holder.only += 1
        if (reference.has[write] === 1) holder.shared += 1
      }
    }
  }

  /** Writes down how things stand; of one instant the last counts. */
  #keep(at: number): void {
    const instants = this.#instants
    const { order } = this.#reference
    if (instants[instants.length - 1] !== at) instants.push(at)
    let column = (instants.length - 1) * this.#width
    const rows = this.#rowsUpTo(column + this.#width)
    rows[column] = order.length
    for (const holder of this.#holders) {
      const { has, order: held } = holder.now
      while (holder.first < order.length && has[order[holder.first] ?? 0] === 1) holder.first += 1
      rows[column + 1] = held.length
      rows[column + 2] = holder.shared
      rows[column + 3] = holder.only
      rows[column + 4] = order[holder.first] ?? -1
      column += COLUMNS
      this.most = Math.max(this.most, order.length + held.length - holder.shared)
    }
  }

  #rowsUpTo(length: number): Int32Array {
    const rows = this.#rows
    if (length <= rows.length) return rows
    this.#rows = new Int32Array(2 * length)
    this.#rows.set(rows)
    return this.#rows
  }
}

const NOTHING: Writes = { order: [], has: [] }

function writesIn(data: readonly number[]): Writes {
  const writes: Writes = { order: [], has: [] }
  for (const write of data) {
    if (writes.has[write] === 1) continue
    writes.has[write] = 1
    writes.order.push(write)
  }
  return writes
}
