import type { Counts, ShownFate } from '@/lib/sim/views/fate-strip'
import type { Cast } from './cast'
import { fillOf } from './patterns'

/** The reading order; what is at risk comes last, because it comes and goes with the cursor. */
const ORDER: readonly ShownFate[] = ['safe', 'lost', 'refused', 'unanswered', 'risk']

/** What the fills of the fate strip mean, and how many writes each stands for. */
export function Legend({ cast, counts, final, id }: { cast: Cast; counts: Counts; final: Counts; id: string }) {
  const { words } = cast
  const shown = ORDER.filter((fate) => fate === 'risk' || final[fate] > 0 || counts[fate] > 0)
  return (
    <ul className="demo-legend" aria-label={words.player.legend}>
      {shown.map((fate) => (
        <li key={fate} className={counts[fate] === 0 ? 'demo-absent' : undefined}>
          <svg width="13" height="13" aria-hidden="true">
            <rect className={`demo-bar demo-bar-${fate}`} fill={fillOf(id, fate)} x="1" y="1" width="11" height="11" />
          </svg>
          {words.fates[fate]} <b>{words.number(counts[fate])}</b>
        </li>
      ))}
    </ul>
  )
}
