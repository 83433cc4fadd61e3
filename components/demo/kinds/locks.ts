// What a demo says where clients take locks. It comes with the kinds of these clients.
import type { Picture } from '@/lib/reading/film/film'
import type { LockStanding, ResourceStanding } from '@/lib/reading/film/frame'
import { asksMany, takesLocks } from '@/lib/reading/kinds/locks'
import type { own } from '@/lib/words/en/demo/locks'
import { type DemoWords, LANGUAGE } from '../cast'
import { CARDS } from '../stage/stage'
import { TOLD } from '../telling/alternative'
import { SAYS, said } from '../telling/stage-words'
import { MARKS } from '../telling/verdict-line'
import { LockClient, ResourceCard } from './lock-cards'

type Own = typeof own

/** What only these demos have to say, by their words. */
const known = new Map<DemoWords, Own>()

/**
 * Has the demos of a language speak of locks. `of`: its words for all others; `ofMany`: where clients ask several servers; `own`: what both
 * say besides.
 */
export function speakOfLocks(of: DemoWords, words: DemoWords, ofMany: DemoWords, own: Own): void {
  known.set(words, own).set(ofMany, own)
  const { wordsFor } = LANGUAGE
  LANGUAGE.wordsFor = (base, scenarios) => {
    if (base !== of || !scenarios.some(takesLocks)) return wordsFor(base, scenarios)
    return scenarios.some(asksMany) ? ofMany : words
  }
}

const { of: markOf } = MARKS
// Two owners are no write lost, and nothing to be calm about.
MARKS.of = (headline) => (headline.code === 'two-owners' ? ['▲', 'text-ink'] : markOf(headline))

/** Line by line what a client says of its lock; null where it takes none. */
function clientLines(words: DemoWords, { frame }: Picture, host: string): readonly string[] | null {
  const [state, standing, own] = [frame.clients[host], frame.locks?.clients[host], known.get(words)]
  if (state === undefined || own === undefined) return null
  if (!state.up) return [words.stage.dead]
  return [...(state.frozen ? [words.stage.frozen] : []), ...(standing ? standingLines(own, standing) : [])]
}

function standingLines(own: Own, { is, overdue, token }: LockStanding): readonly string[] {
  return [...(overdue ? [own.thinks, own.leaseOver] : [own.is[is]]), ...(token === null ? [] : [own.token(token)])]
}

/** Line by line what a resource says, each longest first. */
function resourceLines({ resource }: Own, { fencing, largest, taken, refused, staleTaken, staleRefused }: ResourceStanding) {
  const token = fencing ? (largest === null ? resource.noToken : resource.largest(largest)) : resource.unfenced
  const writes = taken + refused === 0 ? [] : [resource.writes(taken, refused)]
  const stale = staleTaken > 0 ? [resource.staleTaken(staleTaken)] : staleRefused > 0 ? [resource.staleRefused(staleRefused)] : []
  return [token, ...writes, ...stale]
}

const { dataOf } = SAYS

SAYS.dataOf = (words, picture, host) => {
  const [key, own] = [picture.frame.locks?.keys[host], known.get(words)]
  if (own === undefined || key === undefined) return dataOf(words, picture, host)
  return picture.frame.servers[host]?.up ? said(key === null ? own.noKey : own.key(key)) : null
}

const { client: drawClient } = CARDS
const { client: tellClient } = TOLD

CARDS.client = (props) => {
  const lines = clientLines(props.cast.words, props.picture, props.node.host)
  return lines ? LockClient({ ...props, lines }) : (drawClient?.(props) ?? null)
}

TOLD.client = (words, picture, host) => clientLines(words, picture, host) ?? tellClient?.(words, picture, host) ?? []

CARDS.resource = ({ cast, node, picture }) => {
  const standing = picture.frame.locks?.resources[node.host]
  const own = known.get(cast.words)
  return standing && own
    ? ResourceCard({ cast, node, picture, writers: standing.writers, lines: resourceLines(own, standing) })
    : null
}

TOLD.resource = (words, { frame }, host) => {
  const standing = frame.locks?.resources[host]
  const own = known.get(words)
  return standing && own ? resourceLines(own, standing).flatMap((line) => line.slice(0, 1)) : []
}
