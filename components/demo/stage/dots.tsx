/** @jsxImportSource preact */
import type { FatedDot, Picture } from '@/lib/reading/film/film'
import type { Signal, SignalKind } from '@/lib/reading/film/signals'
import type { NodeKind, Point, StagePlan, Wall } from '@/lib/reading/film/stage-plan'
import { drawn, type Path, partBefore, pathLength, pointAt } from './path'
import { routeBetween } from './routes'

interface Props {
  readonly plan: StagePlan
  readonly picture: Picture
  /** What stands between the two sides. */
  readonly wall: Wall | null
}

const WAYS = { write: ['client', 'server'], answer: ['server', 'client'], copy: ['server', 'server'] } as const

/** Writes, answers and copies on their way, coloured and shaped by what becomes of the write. */
export function Dots({ plan, picture: { dots, followed, links }, wall }: Props) {
  return dots.map((dot) => {
    const path = routeBetween(plan, dot.from, dot.to, WAYS[dot.kind])
    if (!path) return null
    const cut = links.some(({ cut, from, to }) => cut !== null && [from, to].includes(dot.from) && [from, to].includes(dot.to))
    const part = cut ? untilWall(path, wall, dot.progress) : dot.progress
    const key = `${dot.kind} ${dot.write} ${dot.to}`
    return <Dot key={key} dot={dot} at={pointAt(path, part)} followed={dot.write === followed?.write} />
  })
}

/** Half the way of what is cut off is the way to the wall, or to the small one in the middle of its line. */
function untilWall(path: Path, wall: Wall | null, progress: number): number {
  const half = (wall && partBefore(path, wall)) ?? 0.5 - 9 / pathLength(path)
  return Math.min(1, 2 * progress) * half
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

const REPLICATION: readonly (readonly [NodeKind, NodeKind])[] = [['server', 'server']]
const GOSSIP: readonly (readonly [NodeKind, NodeKind])[] = [['sentinel', 'sentinel']]
/** Between whom a message goes, and which way where it goes both. */
const BETWEEN: Readonly<Record<SignalKind, readonly (readonly [NodeKind, NodeKind])[]>> = {
  ask: GOSSIP,
  vote: GOSSIP,
  advice: [
    ['sentinel', 'client'],
    ['client', 'sentinel'],
  ],
  info: [
    ['server', 'sentinel'],
    ['sentinel', 'server'],
  ],
  order: [['sentinel', 'server']],
  ack: REPLICATION,
  getack: REPLICATION,
  copy: REPLICATION,
}

/** What is said besides writes. */
export function Signals({ plan, picture }: Props) {
  return picture.messages.map((signal) => <SignalOnItsWay key={signal.id} plan={plan} signal={signal} />)
}

function SignalOnItsWay({ plan, signal }: { plan: StagePlan; signal: Signal }) {
  const paths = BETWEEN[signal.kind].map((kinds) => routeBetween(plan, signal.from, signal.to, kinds))
  const path = paths.find((one) => one !== null)
  if (!path) return null
  const { x, y } = pointAt(path, signal.progress)
  return (
    <g class="stage-signal">
      {BETWEEN[signal.kind] !== REPLICATION && <path class="stage-thread" d={drawn(path)} />}
      <g transform={`translate(${x} ${y})`}>
        <rect x="-5" y="-4" width="10" height="8" rx="2" />
        <path d="M-5 -3L0 1L5 -3" />
      </g>
    </g>
  )
}
