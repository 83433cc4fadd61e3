import type { Reply } from '@/lib/sim/journal'
import { copiesIn, waitOf } from '@/lib/sim/scenario/wait'
import { errorWord } from '../resp'
import type { Ear, Language, Session } from './connection'
import type { Seen, ToWriter } from './protocol'
import { openSession } from './session'
import { dueAt, isWrite, keyOf, type Writer, wordsIn, wordsOf } from './workload'

/** The client waits, gives up and asks again after the same times as the kernel's (lib/sim/client/session.ts). */
const RETRY_DELAY_MS = 100
const SENTINEL_TIMEOUT_MS = 300
const CONNECT_TIMEOUT_MS = 500

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'asking'; readonly session: Session; readonly sentinel: string }
  | { readonly name: 'connecting' | 'verifying' | 'ready'; readonly session: Session; readonly server: string }

type Pending = { readonly since: number } & (
  | { readonly kind: 'write'; readonly write: number }
  | { readonly kind: 'wait'; readonly write: number; readonly local: number; readonly asked: number }
  /** `write`: null for a command that only reads. */
  | {
      readonly kind: 'run'
      readonly action: number
      readonly command: string
      readonly words: readonly string[]
      readonly write: number | null
    }
  | { readonly kind: 'role' }
)

type Begin = Extract<ToWriter, { type: 'begin' }>

/** A client of the cluster: one connection that it finds and keeps by its own rules (R126), and a log of all it sends and reads. */
export class Client {
  private state: State = { name: 'idle' }
  /** What the replies to come answer, in order. */
  private pending: Pending[] = []
  private writes = 0
  private sentinel = -1
  private asked = 0
  private timer: NodeJS.Timeout | undefined
  /** Waits for the oldest answer to be overdue. */
  private watch: NodeJS.Timeout | undefined

  constructor(
    private readonly begin: Begin,
    /** Microseconds since time zero; negative before. */
    private readonly now: () => number,
    private readonly emit: (event: Seen) => void,
    private readonly onReady: () => void,
  ) {}

  /** Looks for a connection. */
  search(): void {
    clearTimeout(this.timer)
    const { spec } = this.begin
    if (spec.sentinels === undefined) this.connect(spec.connect)
    else this.askNext(spec.sentinels, true)
  }

  /** Sends the next command of a workload, and its WAIT behind it. */
  write(writer: Writer): void {
    const { spec } = writer
    const words = wordsOf(writer, this.begin.language)
    const due = dueAt(writer)
    writer.next += 1
    const { state } = this
    const since = this.now()
    const write = this.sent(since, due, writer.workload, words)
    if (state.name !== 'ready') {
      this.emit({ at: since, host: this.begin.host, type: 'answer', by: null, write, error: 'NOCONN' })
      return
    }
    this.send(state.session, { kind: 'write', write, since }, words)
    if (spec.wait === undefined) return
    const { line, asked } = waitOf(spec.wait)
    this.send(state.session, { kind: 'wait', write, local: spec.wait.local ?? 0, asked, since }, line.split(' '))
  }

  /** Types a command on the client's own connection. */
  type(action: number, command: string, words: readonly string[]): void {
    const since = this.now()
    const write = isWrite(words) ? this.sent(since, since, null, words) : null
    const pending = { kind: 'run', action, command, words, write, since } as const
    if (this.state.name === 'ready') this.send(this.state.session, pending, words)
    else this.answer(pending, { error: 'NOCONN not connected' })
  }

  private sent(at: number, due: number, workload: number | null, words: readonly string[]): number {
    const write = this.writes
    this.writes += 1
    const server = this.state.name === 'ready' ? this.state.server : null
    this.emit({ at, host: this.begin.host, type: 'send', by: null, workload, server, write, key: keyOf(words), words, due })
    return write
  }

  private askNext(sentinels: readonly string[], first: boolean): void {
    this.leave()
    if (first) this.asked = 0
    if (this.asked === sentinels.length) {
      this.timer = setTimeout(() => this.search(), RETRY_DELAY_MS)
      return
    }
    this.asked += 1
    this.sentinel = (this.sentinel + 1) % sentinels.length
    const sentinel = sentinels[this.sentinel] as string
    const next = () => this.askNext(sentinels, false)
    const session = this.open(
      this.begin.sentinels[sentinel],
      {
        open: () => session.send(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'm']),
        reply: (reply) => this.answered(sentinel, Array.isArray(reply) ? String(reply[0]) : null, next),
        closed: next,
      },
      'resp',
    )
    this.state = { name: 'asking', session, sentinel }
    this.timer = setTimeout(next, SENTINEL_TIMEOUT_MS)
  }

  private answered(sentinel: string, address: string | null, next: () => void): void {
    const server = Object.entries(this.begin.servers).find(([, endpoint]) => endpoint.address === address)?.[0] ?? null
    this.emit({ at: this.now(), host: this.begin.host, type: 'resolve', by: null, sentinel, primary: server })
    if (server === null) {
      next()
      return
    }
    // The same sentinel is asked first the next time.
    this.sentinel -= 1
    this.leave()
    this.connect(server)
    this.timer = setTimeout(() => this.search(), CONNECT_TIMEOUT_MS)
  }

  private connect(server: string): void {
    const follows = this.begin.spec.sentinels !== undefined
    const session = this.open(this.begin.servers[server], {
      open: () => {
        if (!follows) {
          this.ready(session, server)
          return
        }
        this.state = { name: 'verifying', session, server }
        this.send(session, { kind: 'role', since: this.now() }, ['ROLE'])
      },
      reply: (reply) => this.read(reply),
      closed: (reason) => {
        const wasReady = this.state.name === 'ready'
        this.leave()
        if (wasReady) this.emit({ at: this.now(), host: this.begin.host, type: 'disconnect', by: null, server, reason })
        this.searchAfter(reason)
      },
    })
    this.state = { name: 'connecting', session, server }
  }

  private ready(session: Session, server: string): void {
    clearTimeout(this.timer)
    this.state = { name: 'ready', session, server }
    this.emit({ at: this.now(), host: this.begin.host, type: 'connect', by: null, server })
    this.onReady()
  }

  private read(reply: Reply): void {
    const pending = this.pending.shift()
    if (pending === undefined) throw new Error(`a reply to nothing: ${JSON.stringify(reply)}`)
    const at = this.now()
    const client = this.begin.host
    switch (pending.kind) {
      case 'write': {
        const error = errorWord(reply)
        this.emit({ at, host: client, type: 'answer', by: null, write: pending.write, error })
        if (error === 'READONLY' && this.begin.spec.sentinels !== undefined) this.turnAway('readonly')
        break
      }
      case 'wait': {
        const copies = copiesIn(reply, pending.local, pending.asked)
        if (copies !== null) this.emit({ at, host: client, type: 'wait-answer', by: null, write: pending.write, ...copies })
        break
      }
      case 'run':
        this.answer(pending, reply)
        break
      case 'role':
        if (this.state.name !== 'verifying') break
        if (Array.isArray(reply) && reply[0] === 'master') this.ready(this.state.session, this.state.server)
        else this.turnAway('not-primary')
    }
  }

  /** This server is not the primary. */
  private turnAway(reason: 'readonly' | 'not-primary'): void {
    if (this.state.name !== 'verifying' && this.state.name !== 'ready') return
    this.emit({ at: this.now(), host: this.begin.host, type: 'disconnect', by: null, server: this.state.server, reason })
    this.leave()
    this.searchAfter(reason === 'readonly' ? 'closed' : 'refused')
  }

  private searchAfter(reason: 'closed' | 'refused'): void {
    clearTimeout(this.timer)
    if (reason === 'closed') this.search()
    else this.timer = setTimeout(() => this.search(), RETRY_DELAY_MS)
  }

  /** Gives the connection up: what was not answered stays unanswered. */
  private leave(): void {
    clearTimeout(this.timer)
    if (this.state.name !== 'idle') this.state.session.leave()
    this.state = { name: 'idle' }
    this.pending = []
  }

  private open(to: ToWriterEndpoint, ear: Ear, language: Language = this.begin.language): Session {
    if (to === undefined) throw new Error('no such host')
    return openSession(language, 'client', to, this.begin.localAddress, ear)
  }

  private send(session: Session, pending: Pending, words: readonly string[]): void {
    this.pending.push(pending)
    session.send(words)
    this.watchOldest()
  }

  private answer({ action, command, words, write, since }: Extract<Pending, { kind: 'run' }>, reply: Reply): void {
    const at = this.now()
    if (write !== null) this.emit({ at, host: this.begin.host, type: 'answer', by: null, write, error: errorWord(reply) })
    const [name = '', ...args] = wordsIn(words)
    this.emit({
      at,
      host: this.begin.host,
      type: 'reply',
      by: null,
      action,
      on: this.begin.host,
      command,
      name: name.toUpperCase(),
      args,
      took: at - since,
      reply,
    })
  }

  /** Gives the connection up when the oldest answer is overdue, where the client has such a limit. */
  private watchOldest(): void {
    const { timeoutMs } = this.begin.spec
    if (this.watch !== undefined || timeoutMs === undefined || this.pending[0] === undefined) return
    const wait = timeoutMs - (this.now() - this.pending[0].since) / 1000
    this.watch = setTimeout(() => {
      this.watch = undefined
      const { state } = this
      const oldest = this.pending[0]
      const overdue = oldest !== undefined && this.now() - oldest.since >= timeoutMs * 1000
      if (!overdue || state.name === 'idle' || state.name === 'asking') {
        this.watchOldest()
        return
      }
      this.leave()
      this.emit({ at: this.now(), host: this.begin.host, type: 'disconnect', by: null, server: state.server, reason: 'timeout' })
      this.search()
    }, wait)
  }
}

type ToWriterEndpoint = Begin['servers'][string] | undefined
