/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { SignalKind } from '@/lib/reading/film/signals'
import type { Box, NodeKind, Point, StagePlan, Wall } from '@/lib/reading/film/stage-plan'
import type { Cast } from '../cast'
import { boxesOf } from './grid'
import { widthOf } from './label'
import { drawn, pointAt, round } from './path'
import { reached } from './reached'
import { routeBetween } from './routes'

type Ends = readonly (readonly [NodeKind, NodeKind])[]

const REPLICATION: Ends = [['server', 'server']]
const GOSSIP: Ends = [['sentinel', 'sentinel']]
/** Between whom a message goes, and which way where it goes both. */
const BETWEEN: Readonly<Record<SignalKind, Ends>> = {
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

interface Props {
  readonly cast: Cast
  readonly plan: StagePlan
  readonly picture: Picture
  readonly wall: Wall | null
}

/** What is said besides writes: with its words where there is room for them, else as an envelope. */
export function Signals({ cast, plan, picture, wall }: Props) {
  const { from: top, to: end } = wall ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } }
  const rooms = [...plan.nodes.flatMap(boxesOf), { ...top, width: end.x - top.x, height: end.y - top.y }]
  const spoken: Box[] = []
  const signals = picture.messages.flatMap((signal) => {
    const { id, kind, from, to, text } = signal
    const paths = BETWEEN[kind].map((kinds) => routeBetween(plan, from, to, kinds))
    const path = paths.find((one) => one !== null)
    if (!path) return []
    const at = pointAt(path, reached(path, signal, picture.frame, wall))
    const label = cast.words.stage.label[kind](text ?? '')
    const box = around(at, label)
    const fits = inside(box, plan) && ![...rooms, ...spoken].some((other) => overlap(box, other))
    if (fits) spoken.push(box)
    const thread = BETWEEN[kind] === REPLICATION ? null : drawn(path)
    return [{ id, at, label, box: fits ? box : null, thread }]
  })
  // One that would lie on the words of another is told by these.
  const covered = ({ x, y }: Point): boolean => spoken.some((box) => overlap({ x: x - 5, y: y - 4, width: 10, height: 8 }, box))
  return (
    <g class="stage-signal">
      {[...new Set(signals.map(({ thread }) => thread))].map(
        (thread) => thread && <path key={thread} class="stage-thread" d={thread} />,
      )}
      {signals.map(({ id, at, box }) => !box && !covered(at) && <Envelope key={id} at={at} />)}
      {signals.map(({ id, label, box }) => box && <Spoken key={id} box={box} text={label} />)}
    </g>
  )
}

const HEIGHT = 18

function around({ x, y }: Point, text: string): Box {
  const width = Math.round(widthOf(text) + 12)
  return { x: round(x - width / 2), y: round(y - HEIGHT / 2), width, height: HEIGHT }
}

function inside({ x, y, width, height }: Box, plan: StagePlan): boolean {
  return x > 0 && y > 0 && x + width < plan.width && y + height < plan.height
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 2 && b.x < a.x + a.width + 2 && a.y < b.y + b.height + 2 && b.y < a.y + a.height + 2
}

function Spoken({ box, text }: { box: Box; text: string }) {
  return (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={HEIGHT} rx="5" />
      <text class="stage-label" x={round(box.x + box.width / 2)} y={round(box.y + 13.3)} text-anchor="middle">
        {text}
      </text>
    </>
  )
}

function Envelope({ at: { x, y } }: { at: Point }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="-5" y="-4" width="10" height="8" rx="2" />
      <path d="M-5 -3L0 1L5 -3" />
    </g>
  )
}
