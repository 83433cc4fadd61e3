/** @jsxImportSource preact */
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
  const there = `translate(${at.x} ${at.y})`
  if (dot.sunk) return <path class={`demo-sunk demo-sunk-${dot.fate}`} d="M-4 -4 4 4M4 -4 -4 4" transform={there} />
  const size = dot.kind === 'copy' ? 4.5 : 5.5
  const shape = `demo-dot demo-dot-${dot.kind} demo-dot-${dot.fate}`
  if (dot.fate === 'refused') {
    const side = 2 * size - 1
    return <rect class={shape} x={-side / 2} y={-side / 2} width={side} height={side} transform={there} />
  }
  return (
    <g transform={there}>
      <circle class={shape} r={size} />
      {dot.fate === 'risk' && dot.kind !== 'write' && (
        <path class="demo-dot-half" d={`M0 ${-size}A${size} ${size} 0 0 0 0 ${size}Z`} />
      )}
      {dot.fate === 'lost' && dot.kind !== 'write' && <path class="demo-dot-cross" d="M-2.2 -2.2 2.2 2.2M2.2 -2.2 -2.2 2.2" />}
    </g>
  )
}
