/** @jsxImportSource preact */
import type { FatedDot, Picture } from '@/lib/reading/film/film'
import type { Point, StagePlan, Wall } from '@/lib/reading/film/stage-plan'
import { pointAt } from './path'
import { reached } from './reached'
import { routeBetween } from './routes'

interface Props {
  readonly plan: StagePlan
  readonly picture: Picture
  /** What stands between the two sides. */
  readonly wall: Wall | null
}

const WAYS = { write: ['client', 'server'], answer: ['server', 'client'], copy: ['server', 'server'] } as const

/** Writes, answers and copies on their way, coloured and shaped by what becomes of the write. */
export function Dots({ plan, picture: { dots, followed, frame }, wall }: Props) {
  return dots.map((dot) => {
    const path = routeBetween(plan, dot.from, dot.to, WAYS[dot.kind])
    if (!path) return null
    const key = `${dot.kind} ${dot.write} ${dot.to}`
    return (
      <Dot key={key} dot={dot} at={pointAt(path, reached(path, dot, frame, wall))} followed={dot.write === followed?.write} />
    )
  })
}

function Dot({ dot, at, followed }: { dot: FatedDot; at: Point; followed: boolean }) {
  const there = `translate(${at.x} ${at.y})`
  if (dot.sunk) return <path class="stage-sunk" data-fate={dot.fate} d="M-4 -4 4 4M4 -4 -4 4" transform={there} />
  const size = dot.kind === 'copy' ? 4 : 5
  const shape = { class: 'stage-dot', 'data-kind': dot.kind, 'data-fate': dot.fate }
  return (
    <g transform={there}>
      {followed && <circle class="stage-halo" r="9" />}
      {dot.fate === 'refused' ? (
        <rect {...shape} x={-size + 0.5} y={-size + 0.5} width={2 * size - 1} height={2 * size - 1} />
      ) : (
        <circle {...shape} r={size} />
      )}
      {dot.fate === 'risk' && dot.kind !== 'write' && (
        <path class="fate-risk" d={`M0 ${-size}A${size} ${size} 0 0 0 0 ${size}Z`} />
      )}
      {dot.fate === 'lost' && dot.kind !== 'write' && <path class="stage-dot-cross" d="M-2 -2 2 2M2 -2 -2 2" />}
    </g>
  )
}
