import type { ShownFate } from '@/lib/reading/film/fates'
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-layout'
import type { Phrase } from '@/lib/words/phrase'
import type { DemoWords } from '../cast'

type Who = Pick<StageNode, 'host' | 'kind'>

/** Whom a process takes for the primary, or why it says nothing; line by line. */
export function saysOf(words: DemoWords, { frame }: Picture, { host, kind }: Who): readonly Phrase[] {
  const { stage } = words
  const state = kind === 'server' ? frame.servers[host] : kind === 'sentinel' ? frame.sentinels[host] : frame.clients[host]
  if (!state?.up) return [[stage.dead]]
  if (state.frozen) return [[stage.frozen]]
  if (kind === 'server') {
    const { of = null, gate = null } = frame.servers[host] ?? {}
    const refuses = of === null && gate !== null && !gate.open
    return [stage.says(of ?? host), ...(refuses ? [[stage.refuses]] : [])]
  }
  if (kind === 'client') {
    const server = frame.clients[host]?.server ?? null
    return server === null ? [] : [stage.says(server)]
  }
  const sentinel = frame.sentinels[host]
  if (!sentinel) return []
  return [stage.says(sentinel.primary), ...(sentinel.suspects === null ? [] : [stage.suspects(sentinel.suspects)])]
}

export interface AnswerWords {
  readonly text: string
  readonly fate: ShownFate
}

/** What a client is being told: the latest answer, or that none comes. Null before its first write. */
export function answerOf(words: DemoWords, { frame, answers, links }: Picture, client: string): AnswerWords | null {
  const state = frame.clients[client]
  if (!state?.up || state.frozen) return null
  if (state.server === null) return { text: words.stage.noConnection, fate: 'no-connection' }
  const link = links.find(({ kind, from }) => kind === 'client' && from === client)
  if (state.waiting > 0 && link?.state === 'dead') return { text: words.stage.noAnswer, fate: 'unanswered' }
  const answer = answers[client]
  if (!answer) return null
  return { text: answer.error ?? words.stage.answersOk, fate: answer.fate }
}
