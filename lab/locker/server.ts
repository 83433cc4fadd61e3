import type { Reply } from '@/lib/sim/journal'
import { isError } from '@/lib/sim/reply'
import type { Ear, Endpoint, Session } from '../writer/connection'
import { openSession } from '../writer/session'

type Callback = (error: Error | null, reply: Reply) => void

interface Asked {
  answer(reply: Reply): void
  lost(): void
}

/** The connection ended, or there was none to be had, before the answer came. */
export class Lost extends Error {
  constructor() {
    super('NOCONN the connection is gone')
  }
}

/** A connection to one server, opened when it is needed; whatever it is asked waits for its answer for ever, or until the connection ends. */
export class Server {
  private session: Session | null = null
  private open = false
  /** In the order of asking; those that wait for the connection stand in `unsent`, too. */
  private asked: Asked[] = []
  private unsent: (readonly string[])[] = []

  constructor(
    private readonly endpoint: Endpoint,
    private readonly localAddress: string | null,
  ) {}

  /** @throws {Lost} */
  ask(words: readonly string[]): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.asked.push({ answer: resolve, lost: () => reject(new Lost()) })
      this.session ??= this.connect()
      if (this.open) this.session.send(words)
      else this.unsent.push(words)
    })
  }

  /** As clients of Redis for Node.js have it: words and lists of words, with a callback at the end or a promise. */
  evalsha(...args: readonly unknown[]): Promise<Reply> {
    return this.command('EVALSHA', args)
  }

  eval(...args: readonly unknown[]): Promise<Reply> {
    return this.command('EVAL', args)
  }

  /** A second connection there. */
  another(ear: Ear): Session {
    return openSession('resp', 'client', this.endpoint, this.localAddress, ear)
  }

  /** Gives the connection up: what was asked stays without an answer. */
  leave(): void {
    this.session?.leave()
    this.session = null
    this.open = false
    this.asked = []
    this.unsent = []
  }

  private command(name: string, args: readonly unknown[]): Promise<Reply> {
    const last = args.at(-1)
    const callback = isCallback(last) ? last : null
    const words = (callback === null ? args : args.slice(0, -1)).flat().map(String)
    const reply = this.ask([name, ...words]).then((answer) => {
      if (isError(answer)) throw new Error(answer.error)
      return answer
    })
    if (callback === null) return reply
    // What a callback returns concerns nobody.
    reply.then(
      (answer) => void callback(null, answer),
      (error: Error) => void callback(error, null),
    )
    return Promise.resolve(null)
  }

  private connect(): Session {
    return openSession('resp', 'client', this.endpoint, this.localAddress, {
      open: () => {
        this.open = true
        for (const words of this.unsent) this.session?.send(words)
        this.unsent = []
      },
      reply: (reply) => this.asked.shift()?.answer(reply),
      closed: () => {
        const { asked } = this
        this.leave()
        for (const { lost } of asked) lost()
      },
    })
  }
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function'
}
