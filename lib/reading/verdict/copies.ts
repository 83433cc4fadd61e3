/**
 * A data set as the writes that made it, in order. Data sets that share a past share the list: `length` says how much of it
 * belongs to this one, so a snapshot costs nothing and only a fork copies.
 */
export interface Data {
  readonly list: number[]
  readonly length: number
}

export function nothing(): Data {
  return { list: [], length: 0 }
}

/** What a server would come up with, or has in memory: its copy of the data. */
interface Holder {
  /** Its data set; a record is made of the two only where somebody asks for it. */
  list: number[]
  length: number
  /** By write: 1 while this holder has it. */
  has: Uint8Array
  /** By write: the event that took it from this holder, −1 if none did. */
  takenBy: Int32Array
}

const NOBODY: readonly string[] = []

/** Which server holds a copy of which write, and which events destroyed the copies. */
export class Copies {
  readonly #holders = new Map<string, Holder>()
  /** By write: how many servers hold it. */
  readonly #count: Uint16Array
  /** By write: the event that destroyed the copy that was the last one then, −1 if none did. */
  readonly #lastTaken: Int32Array
  readonly #writes: number

  constructor(writes: number, servers: readonly string[]) {
    this.#writes = writes
    this.#count = new Uint16Array(writes)
    this.#lastTaken = new Int32Array(writes).fill(-1)
    for (const server of servers) {
      const takenBy = new Int32Array(writes).fill(-1)
      this.#holders.set(server, { list: [], length: 0, has: new Uint8Array(writes), takenBy })
    }
  }

  dataOf(server: string): Data {
    const { list, length } = this.#holder(server)
    return { list, length }
  }

  add(server: string, write: number): void {
    const holder = this.#holder(server)
    if (holder.list.length !== holder.length) holder.list = holder.list.slice(0, holder.length)
    holder.list.push(write)
    holder.length += 1
    if (holder.has[write] === 0) this.#count[write] = this.#countOf(write) + 1
    holder.has[write] = 1
  }

  /** The server's copy becomes another one, by this event. */
  replace(server: string, next: Data, event: number): void {
    const holder = this.#holder(server)
    const before = this.dataOf(server)
    const kept = new Uint8Array(this.#writes)
    for (const write of writesOf(next)) {
      kept[write] = 1
      if (holder.has[write] === 0) this.#count[write] = this.#countOf(write) + 1
    }
    for (const write of writesOf(before)) {
      if (kept[write] === 1) continue
      holder.takenBy[write] = event
      this.#count[write] = this.#countOf(write) - 1
      if (this.#count[write] === 0) this.#lastTaken[write] = event
    }
    holder.list = next.list
    holder.length = next.length
    holder.has = kept
  }

  /** Whether any server would have it. */
  exists(write: number): boolean {
    return this.#countOf(write) > 0
  }

  /** The event that destroyed the last copy of a write, or null while there is one. */
  destroyedBy(write: number): number | null {
    const event = this.#lastTaken[write] ?? -1
    return this.#countOf(write) > 0 || event < 0 ? null : event
  }

  /** Whether this server has a copy. */
  holds(server: string, write: number): boolean {
    return this.#holder(server).has[write] === 1
  }

  /** Of every write whether this server has a copy: 1 if it has, as things stand until its copy is replaced. */
  heldBy(server: string): Uint8Array {
    return this.#holder(server).has
  }

  /** Every server that has a copy. */
  holdersOf(write: number): readonly string[] {
    if (!this.exists(write)) return NOBODY
    const servers: string[] = []
    for (const [server, { has }] of this.#holders) if (has[write] === 1) servers.push(server)
    return servers
  }

  /** The event that last took a write from this server, or null. */
  takenFrom(server: string, write: number): number | null {
    const event = this.#holder(server).takenBy[write] ?? -1
    return event < 0 ? null : event
  }

  #countOf(write: number): number {
    return this.#count[write] ?? 0
  }

  #holder(server: string): Holder {
    const holder = this.#holders.get(server)
    if (holder === undefined) throw new Error(`the journal names a server ${server} that was not there at its beginning`)
    return holder
  }
}

/** The writes of a data set, oldest first. */
export function writesOf({ list, length }: Data): readonly number[] {
  return list.slice(0, length)
}
