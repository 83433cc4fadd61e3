/** @jsxImportSource preact */
import type { Counts } from '@/lib/reading/film/fate-strip'
import type { ShownFate } from '@/lib/reading/film/fates'
import type { Cast } from '../cast'
import { fillOf } from './patterns'

/** The reading order; what is at risk comes last, because it comes and goes with the cursor. */
const ORDER: readonly ShownFate[] = ['safe', 'lost', 'refused', 'no-connection', 'unanswered', 'risk']

interface Props {
  readonly cast: Cast
  readonly counts: Counts
  /** How it ended: what is listed at all. */
  readonly final: Counts
  /** The instant of which the counts tell, µs; null: the end, when nothing is at risk. */
  readonly knownAt: number | null
  /** Writes that are yet to be sent. */
  readonly unsent: number
  readonly id: string
}

/** What the fills of the fate strip mean, and how many writes each stands for. */
export function Legend({ cast, counts, final, knownAt, unsent, id }: Props) {
  const { words } = cast
  const shown = ORDER.filter((fate) => fate === 'risk' || final[fate] > 0)
  return (
    <div class="demo-legend">
      <p>{knownAt === null ? words.lanes.howItEnded : words.lanes.knownAt(knownAt)}</p>
      <ul aria-label={words.player.legend}>
        {shown.map((fate) => (
          <li key={fate} class={fate === 'risk' && knownAt === null ? 'demo-absent' : undefined}>
            <svg width="13" height="13" aria-hidden="true">
              <rect class={`demo-bar demo-bar-${fate}`} fill={fillOf(id, fate)} x="1" y="1" width="11" height="11" />
            </svg>
            {words.fates[fate]} <b>{words.number(counts[fate])}</b>
          </li>
        ))}
        {unsent > 0 && (
          <li>
            <svg width="13" height="13" aria-hidden="true">
              <rect class="demo-bar demo-bar-unsent" x="1" y="1" width="11" height="11" />
            </svg>
            {words.lanes.unsent} <b>{words.number(unsent)}</b>
          </li>
        )}
      </ul>
    </div>
  )
}
