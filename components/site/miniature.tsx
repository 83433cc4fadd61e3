import type { ShownFate } from '@/lib/reading/film/fate-changes'
import { SHOWN_FATES, type Strip } from '@/lib/reading/film/fate-strip'
import { isThick, type Lanes, type Segment } from '@/lib/reading/film/lanes'
import type { Run } from '@/lib/run'

const WIDTH = 320
const LANE = 15
const STRIP = 26
/** Room for the strokes at the edges. */
const EDGE = 1

const LANE_LOOKS = {
  primary: 'fill-ink',
  closed: 'fill-panel stroke-ink',
  async: 'fill-soft',
  owner: 'fill-ink',
  overdue: 'fill-soft',
  replica: 'stroke-ink',
  without: 'stroke-ink',
  frozen: '[stroke-dasharray:6_4] stroke-edge',
  down: '[stroke-dasharray:1.5_4] stroke-edge',
} as const satisfies Record<Segment['kind'], string>

const OPEN = 'fill-none stroke-refused'
const FATE_LOOKS = {
  safe: 'fill-safe',
  risk: 'fill-risk-fill',
  lost: 'fill-lost',
  refused: OPEN,
  unanswered: `${OPEN} [stroke-dasharray:2_2]`,
  'no-connection': `${OPEN} [stroke-dasharray:1_3]`,
} as const satisfies Record<ShownFate, string>

/** A run at the size of a stamp: who was primary when, and what became of the writes. It is a picture for what stands beside it in words. */
export function Miniature({ run, id, className }: { run: Run /** Unique on the page. */; id: string; className: string }) {
  const { lanes, strips } = run.film
  const top = lanes.lanes.length * LANE + 6
  const hatch = `${id}-hatch`
  return (
    <svg viewBox={`${-EDGE} ${-EDGE} ${WIDTH + 2 * EDGE} ${top + STRIP + 2 * EDGE}`} className={className} aria-hidden="true">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" className="stroke-bg" strokeWidth="2" />
      </pattern>
      <MiniLanes lanes={lanes} bottom={top - 6} />
      {SHOWN_FATES.map((fate) => {
        const d = barsOf(strips.final, fate, lanes.end, top)
        return (
          d && (
            <g key={fate}>
              <path d={d} className={FATE_LOOKS[fate]} />
              {fate === 'lost' && <path d={d} fill={`url(#${hatch})`} />}
            </g>
          )
        )
      })}
    </svg>
  )
}

function MiniLanes({ lanes: { lanes, cuts, end }, bottom }: { lanes: Lanes; bottom: number }) {
  return (
    <>
      {cuts.map(({ from, to }) => (
        <rect key={from} x={place(from, end)} width={place(to - from, end)} height={bottom} className="fill-cut" />
      ))}
      {lanes.map(({ server, segments }, index) =>
        segments.map(({ from, to, kind }) => {
          const [x, width, y] = [place(from, end), place(to - from, end), index * LANE + LANE / 2]
          const look = LANE_LOOKS[kind]
          return isThick(kind) ? (
            <rect key={`${server} ${from}`} {...{ x, width }} y={y - 4} height="8" rx="1.5" className={look} />
          ) : (
            <path key={`${server} ${from}`} d={`M${x} ${y}h${width}`} className={look} />
          )
        }),
      )}
    </>
  )
}

/** The bars of one fate as a path: those of slices that are alike and side by side are one. */
function barsOf({ slices, most }: Strip, fate: ShownFate, end: number, top: number): string {
  const bars: { from: number; to: number; y: number; height: number }[] = []
  for (const { from, to, counts } of slices) {
    const below = SHOWN_FATES.slice(0, SHOWN_FATES.indexOf(fate)).reduce((sum, each) => sum + counts[each], 0)
    const height = round((counts[fate] / most) * STRIP)
    if (counts[fate] === 0) continue
    const y = round(top + STRIP - (below / most) * STRIP - height)
    const last = bars.at(-1)
    if (last?.to === from && last.y === y && last.height === height) last.to = to
    else bars.push({ from, to, y, height })
  }
  return bars
    .map(({ from, to, y, height }) => `M${place(from, end)} ${y}h${place(to - from, end)}v${height}H${place(from, end)}z`)
    .join('')
}

function place(at: number, end: number): number {
  return round((at / end) * WIDTH)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
