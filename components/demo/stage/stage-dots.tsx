import type { FatedDot } from '@/lib/reading/film/film'
import { type Curve, type Point, pointAt } from './stage-geometry'

/** The messages on their way: writes, answers and copies, coloured and shaped by what becomes of the write. */
export function StageDots({ dots, curveOf }: { dots: readonly FatedDot[]; curveOf: (dot: FatedDot) => Curve | null }) {
  return dots.map((dot) => {
    const curve = curveOf(dot)
    if (!curve) return null
    return <Dot key={`${dot.kind} ${dot.write} ${dot.to}`} dot={dot} at={pointAt(curve, dot.progress)} />
  })
}

function Dot({ dot, at }: { dot: FatedDot; at: Point }) {
  if (dot.sunk)
    return (
      <path className={`demo-sunk demo-sunk-${dot.fate}`} d="M-4 -4 4 4M4 -4 -4 4" transform={`translate(${at.x} ${at.y})`} />
    )
  const size = dot.kind === 'copy' ? 4.5 : 5.5
  const shape = `demo-dot demo-dot-${dot.kind} demo-dot-${dot.fate}`
  if (dot.fate === 'refused') {
    const side = 2 * size - 1
    return <rect className={shape} x={at.x - side / 2} y={at.y - side / 2} width={side} height={side} />
  }
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <circle className={shape} r={size} />
      {dot.fate === 'risk' && dot.kind !== 'write' && (
        <path className="demo-dot-half" d={`M0 ${-size}A${size} ${size} 0 0 0 0 ${size}Z`} />
      )}
      {dot.fate === 'lost' && dot.kind !== 'write' && (
        <path className="demo-dot-cross" d="M-2.2 -2.2 2.2 2.2M2.2 -2.2 -2.2 2.2" />
      )}
    </g>
  )
}
