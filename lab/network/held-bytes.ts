import { nanos } from '../clock'

/** What a direction carries: bytes, or the end of the stream. */
type Item = { readonly due: number; readonly bytes: Buffer | null }

/** Linux sends again after this much silence, then after twice as much in all (R24). */
const FIRST_RETRANSMISSION_MS = 208

/** One direction of a relayed connection: bytes in order, each a while on its way; stopped while the path is cut. */
export class HeldBytes {
  private items: Item[] = []
  private timer: NodeJS.Timeout | undefined
  private lastDue = 0
  private stalledAt: number | null = null
  private dead = false

  constructor(
    private readonly delayMs: () => number,
    private readonly isCut: () => boolean,
    private readonly deliver: (bytes: Buffer | null) => void,
    /** Nothing is delivered before the connection is open. */
    private open: boolean,
  ) {}

  add(bytes: Buffer | null): void {
    if (this.dead && bytes !== null) return
    this.lastDue = Math.max(milliseconds() + this.delayMs(), this.lastDue)
    this.items.push({ due: this.lastDue, bytes })
    this.wake()
  }

  /** The connection is open: what has waited sets out. */
  release(): void {
    this.open = true
    const start = milliseconds() + this.delayMs()
    this.items = this.items.map(({ bytes, due }) => ({ bytes, due: Math.max(due, start) }))
    this.lastDue = Math.max(this.lastDue, start)
    this.wake()
  }

  /** The sender dies: only the end of the stream still arrives. */
  forget(): void {
    this.dead = true
    this.items = this.items.filter(({ bytes }) => bytes === null)
  }

  /** The path has been cut or healed. */
  pathChanged(): void {
    this.wake()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.items = []
  }

  private wake(): void {
    clearTimeout(this.timer)
    const first = this.items[0]
    if (first === undefined || !this.open) return
    const wait = first.due - milliseconds()
    if (wait > 0.5) this.timer = setTimeout(() => this.wake(), wait)
    else this.arrive()
  }

  private arrive(): void {
    if (this.isCut()) {
      this.stalledAt ??= milliseconds()
      return
    }
    if (this.stalledAt !== null) {
      const wait = this.untilRetransmission(this.stalledAt)
      this.stalledAt = null
      const due = milliseconds() + wait
      this.items = this.items.map((item) => ({ ...item, due: Math.max(item.due, due) }))
      this.lastDue = Math.max(this.lastDue, due)
      this.wake()
      return
    }
    const now = milliseconds() + 0.5
    while (this.items[0] !== undefined && this.items[0].due <= now) this.deliver((this.items.shift() as Item).bytes)
    this.wake()
  }

  private untilRetransmission(stalledAt: number): number {
    const silence = milliseconds() - stalledAt
    let next = FIRST_RETRANSMISSION_MS
    while (next < silence) next *= 2
    return next - silence + this.delayMs()
  }
}

function milliseconds(): number {
  return Number(nanos()) / 1e6
}
