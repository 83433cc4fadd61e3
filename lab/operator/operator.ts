import type { Reply } from '@/lib/sim/journal'
import { Child } from '../process/child'
import type { Endpoint, Language } from '../writer/connection'
import type { Order, Outcome } from './protocol'

/** Types commands at any server or sentinel; no cut stands between. */
export class Operator {
  private readonly child: Child
  private readonly waiting = new Map<number, (outcome: Outcome) => void>()
  private orders = 0

  constructor(command: readonly string[]) {
    this.child = Child.speaking<Outcome>(command, (outcome) => {
      this.waiting.get(outcome.id)?.(outcome)
      this.waiting.delete(outcome.id)
    })
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Carries out commands over one new connection. */
  order(to: Endpoint, commands: Order['commands'], timeoutMs: number | null, language: Language = 'resp'): Promise<Outcome> {
    this.orders += 1
    const order: Order = { id: this.orders, to, language, commands, timeoutMs }
    return new Promise((resolve) => {
      this.waiting.set(order.id, resolve)
      this.child.tell(order)
    })
  }

  /** The reply to one command, or null when there was none within a second. */
  async ask(to: Endpoint, ...words: readonly string[]): Promise<Reply> {
    const { replies } = await this.order(to, [words], 1000)
    return replies?.[0] ?? null
  }

  /** The same for a statement, which may wait for a disk: null after five seconds. */
  async query(to: Endpoint, statement: string): Promise<Reply> {
    const { replies } = await this.order(to, [[statement]], 5000, 'sql')
    return replies?.[0] ?? null
  }

  stop(): void {
    this.child.signal('SIGKILL')
  }
}
