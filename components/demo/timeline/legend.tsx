/** @jsxImportSource preact */

import type { ShownFate } from '@/lib/reading/film/fate-changes'
import type { Counts } from '@/lib/reading/film/fate-strip'
import type { Cast } from '../cast'
import { FateSwatch } from './fate-bars'

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
  /** The network is cut for a while. */
  readonly cut: boolean
  readonly id: string
}

/** What the fills of the timeline mean, and how many writes each stands for. */
export function Legend({ cast, counts, final, knownAt, unsent, cut, id }: Props) {
  const { words } = cast
  const shown = ORDER.filter((fate) => (fate === 'risk' ? knownAt !== null : final[fate] > 0))
  return (
    <ul
      class={`flex flex-wrap content-start gap-x-2.5 text-[0.75rem] leading-4.5 text-soft ${roomFor(final, cut)}`}
      aria-label={knownAt === null ? words.lanes.howItEnded : words.lanes.knownAt(knownAt)}
      data-part="legend"
    >
      {shown.map((fate) => (
        <li key={fate} class={ITEM} data-fate={fate}>
          <FateSwatch id={id} fate={fate} />
          {words.lanes.fates[fate]} <b class={COUNT}>{words.number(counts[fate])}</b>
        </li>
      ))}
      {unsent > 0 && (
        <li class={ITEM}>
          <FateSwatch id={id} fate="unsent" />
          {words.lanes.unsent} <b class={COUNT}>{words.number(unsent)}</b>
        </li>
      )}
      {cut && (
        <li class={ITEM}>
          <svg width="12" height="12" aria-hidden="true">
            <rect class="cut" x="1" width="10" height="12" />
            <path class="cut-edge" d="M1 0V12M11 0V12" />
          </svg>
          {words.lanes.cut}
        </li>
      )}
    </ul>
  )
}

/** As high as all that may come to stand in it, so that nothing below it moves while a run plays. */
function roomFor(final: Counts, cut: boolean): string {
  // What is at risk and what is not sent yet come and go.
  const most = ORDER.filter((fate) => final[fate] > 0).length + 2 + (cut ? 1 : 0)
  return `${NARROW[Math.ceil(most / 3) - 1]} ${most > 6 ? '@min-[32rem]/take:h-9' : '@min-[32rem]/take:h-4.5'}`
}

const NARROW = ['h-4.5', 'h-9', 'h-13.5'] as const

const ITEM = 'flex items-center gap-1 whitespace-nowrap'
const COUNT = 'font-semibold text-ink'
