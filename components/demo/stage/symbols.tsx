/** @jsxImportSource preact */
import { round } from './path'

const RADIUS = 7

/** A clock that fills with what has passed of its time: `part` 0…1. Null where nothing ends it: a clock with hands. */
export function Ring({ x, y, part, look = 'ink' }: { x: number; y: number; part: number | null; look?: 'ink' | 'good' }) {
  if (part === null)
    return <path class="stage-clock" data-look={look} d={`${arc(x, y, 0.5)}${arc(x, y, -0.5)}M${x} ${y - 4}V${y}H${x + 3}`} />
  return (
    <g class="stage-ring" data-look={look}>
      <circle cx={x} cy={y} r={RADIUS} />
      {part > 0 && <path class="stage-arc" d={part < 1 ? arc(x, y, part) : `${arc(x, y, 0.5)}${arc(x, y, -0.5)}`} />}
    </g>
  )
}

/** A link that carries nothing worth a clock. */
export function Link({ x, y, down }: { x: number; y: number; down: boolean }) {
  return <path class={down ? 'stage-bond stage-bond-down' : 'stage-bond'} d={`M${x - 7} ${y}H${x + 7}`} />
}

/** From the top, to the right; of a negative part to the left. */
function arc(x: number, y: number, part: number): string {
  const angle = part * 2 * Math.PI
  const end = `${round(x + RADIUS * Math.sin(angle))} ${round(y - RADIUS * Math.cos(angle))}`
  return `M${x} ${y - RADIUS}A${RADIUS} ${RADIUS} 0 ${part > 0.5 ? 1 : 0} ${part > 0 ? 1 : 0} ${end}`
}

/** The gate of a primary: a door that stands open or is shut; a frame without a door where it is off. */
export function Door({ x, y, state }: { x: number; y: number; state: 'off' | 'open' | 'shut' }) {
  return (
    <g class="stage-door" data-state={state}>
      <path d={`M${x - 6} ${y + 7}V${y - 7}H${x + 6}V${y + 7}`} />
      {state === 'open' && <path class="stage-leaf" d={`M${x - 6} ${y - 7}L${x + 1} ${y - 4}V${y + 9}L${x - 6} ${y + 7}Z`} />}
      {state === 'shut' && <path class="stage-leaf" d={`M${x - 6} ${y - 7}H${x + 6}V${y + 7}H${x - 6}Z`} />}
      {state === 'shut' && <circle class="stage-knob" cx={x + 3} cy={y + 0.5} r="1.3" />}
    </g>
  )
}

/** A file on disk; hollow where there is none. */
export function Sheet({ x, y, empty }: { x: number; y: number; empty: boolean }) {
  return (
    <path
      class={empty ? 'stage-sheet stage-sheet-empty' : 'stage-sheet'}
      d={`M${x - 5} ${y - 7}H${x + 2}L${x + 5} ${y - 4}V${y + 7}H${x - 5}Z${empty ? '' : `M${x - 2} ${y - 1}H${x + 2}M${x - 2} ${y + 3}H${x + 2}`}`}
    />
  )
}
