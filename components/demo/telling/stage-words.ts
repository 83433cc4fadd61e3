// What the stage says of each process; the drawing and its alternative say the same.
import type { ShownFate } from '@/lib/reading/film/fate-changes'
import type { Picture } from '@/lib/reading/film/film'
import type { PendingWait } from '@/lib/reading/film/pending-waits'
import { plain } from '@/lib/words/phrase'
import type { DemoWords } from '../cast'

/** What is said in one line. */
export interface Said {
  /** Longest first: drawn is the first one that fits. */
  readonly texts: readonly string[]
  /** The fate of which it speaks; null where it speaks of none. */
  readonly fate: ShownFate | null
}

export const said = (texts: string | readonly string[], fate: ShownFate | null = null): Said => ({
  texts: typeof texts === 'string' ? [texts] : texts,
  fate,
})

/** What a server has, against the data of the current primary. Null where nothing is known of it. */
function dataOf({ stage }: DemoWords, { frame, holdings }: Picture, host: string): Said | null {
  const held = holdings[host]
  const server = frame.servers[host]
  if (!held || !server) return null
  const { data } = stage
  if (!server.up) return said(data.onDisk(held.shared + held.beyond))
  if (held.copy !== null && held.copy.erases > 0) return said(data.erasing(held.copy.erases), 'lost')
  if (held.copy !== null && held.copy.progress > 0) return said(data.copies(held.copy.from))
  if (held.erased > 0) return said(data.erased(held.erased), 'lost')
  if (held.beyond > held.only) return said(data.beyond(held.beyond), 'risk')
  if (held.only > 0) return said(data.only(held.only), 'risk')
  if (held.lacks > 0) return said(data.behind(held.lacks, held.behindFor))
  if (server.role === 'replica' && held.shared > 0) return said(data.complete)
  const clients = Object.values(frame.clients)
  const visited = clients.length === 0 || clients.some((client) => client.server === host)
  return said(visited || held.shared === 0 ? data.holds(held.shared) : data.noClient)
}

/** How a server stands to the others: the gate of a primary, the ACKs or the link of a replica. Null while it is dead. */
function standingOf({ stage }: DemoWords, picture: Picture, host: string): Said | null {
  const server = picture.frame.servers[host]
  if (!server?.up) return null
  if (server.of === null) {
    const { gate } = server
    return said(gate === null || gate.needed === 0 ? stage.gate.off : stage.gate.counts(gate.needed, gate.good))
  }
  const ack = picture.acks[host]
  if (ack === undefined) return said(stage.link[server.link](server.of))
  const counts = picture.waits.some(({ counted }) => counted.includes(host))
  return counts ? said(stage.hasIt(ack.age), 'safe') : said(stage.ack(ack.age))
}

/** What a server says. Another kind of process may have its own to say before it. */
export const SAYS = { dataOf, standingOf }

/** What is on a server's disk. */
export function fileOf({ stage }: DemoWords, { files }: Picture, host: string): Said {
  const file = files[host]
  return said(file === undefined ? stage.file.none : stage.file[file.kind](file.writes, file.onDisk))
}

/** Whom a sentinel names, or why it says nothing. */
export function sentinelSays({ stage }: DemoWords, { frame }: Picture, host: string): string {
  const sentinel = frame.sentinels[host]
  if (!sentinel?.up) return stage.dead
  if (sentinel.frozen) return stage.frozen
  return plain(sentinel.suspects === null ? stage.says(sentinel.primary) : stage.suspects(sentinel.suspects))
}

/** What a sentinel says, and what it hears, the most telling first. */
const TELLING = ['order', 'vote', 'ask', 'advice', 'info'] as const

/** The most telling message of a sentinel at the moment. */
function busyWith({ stage }: DemoWords, { messages }: Picture, host: string): { text: string; orders: boolean } | null {
  for (const kind of TELLING) {
    // Of a question that a server is asked its answer tells more.
    const [here, there] = kind === 'info' ? (['to', 'from'] as const) : (['from', 'to'] as const)
    const own = messages.find((message) => message.kind === kind && message[here] === host)
    if (own) return { text: stage.message[kind](own[there], own.text ?? ''), orders: kind === 'order' }
  }
  return null
}

/** What a sentinel is busy with: its election, its vote, its latest message. */
export function sentinelDoes(words: DemoWords, picture: Picture, host: string): readonly string[] {
  const { frame, election } = picture
  const { stage } = words
  if (!frame.sentinels[host]?.up) return []
  const busy = busyWith(words, picture, host)
  if (election?.candidate === host) {
    const votes = election.votes.filter((vote) => vote.for === host).length
    const first = busy?.orders ? busy.text : stage.epoch(election.epoch)
    return [first, stage.votes(votes, Object.keys(frame.sentinels).length)]
  }
  const vote = election?.votes.find(({ from }) => from === host)
  if (vote) return [stage.votesFor(vote.for)]
  return busy ? [busy.text] : []
}

export interface AnswerWords {
  /** Line by line. */
  readonly texts: readonly string[]
  readonly fate: ShownFate
}

/** What a client is being told: the latest answer, or that none comes. Null before its first write. */
export function answerOf({ stage }: DemoWords, { frame, answers, links }: Picture, client: string): AnswerWords | null {
  const state = frame.clients[client]
  if (!state?.up || state.frozen) return null
  if (state.server === null) return { texts: [stage.noConnection], fate: 'no-connection' }
  const link = links.find(({ kind, from }) => kind === 'client' && from === client)
  if (state.waiting > 0 && link?.state === 'dead') return { texts: [stage.noAnswer], fate: 'unanswered' }
  const answer = answers[client]
  if (!answer) return null
  return { texts: answer.error === null ? [stage.answersOk] : [stage.refused, answer.error], fate: answer.fate }
}

/** What a client does, line by line. */
export function clientDoes({ stage }: DemoWords, { frame }: Picture, client: string): string | null {
  const state = frame.clients[client]
  if (!state?.up) return stage.dead
  if (state.frozen) return stage.frozen
  return state.server === null ? null : stage.writesTo(state.server)
}

/** A command that holds up a client, and how many have what it waits for. */
export function waitOf({ stage }: DemoWords, { waits }: Picture, client: string): (PendingWait & { count: string }) | undefined {
  const wait = waits.find((one) => one.client === client)
  return wait && { ...wait, count: stage.counted(wait.counted.length, wait.wanted) }
}
