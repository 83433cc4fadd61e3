/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { round } from './path'

/** Where the key begins, and how wide its marks are. */
const KEY = 36
const MONO = 7.6

interface Props {
  readonly node: StageNode
  readonly picture: Picture
  /** Width of its first line before the pill. */
  readonly room: number
  readonly bar: { readonly x: number; readonly y: number; readonly width: number }
}

/** The write that the reader follows, where a server has it: a pin on its bar, and its key. */
export function Pin({ node, picture, room, bar }: Props) {
  const { followed, holdings, most } = picture
  const held = holdings[node.host]
  if (!followed || !held || !followed.on.includes(node.host)) return null
  const part = Math.min((followed.write + 1) / most, (held.shared + held.beyond) / most, 1)
  return (
    <g class="stage-pin">
      <path d={`M${round(bar.x + bar.width * part)} ${bar.y - 4}v17`} />
      <circle cx={round(bar.x + bar.width * part)} cy={bar.y + 5} r="4" />
      {KEY + MONO * followed.key.length < room && <FollowedKey x={node.body.x + KEY} y={node.body.y + 22} followed={followed} />}
    </g>
  )
}

interface KeyProps {
  readonly x: number
  readonly y: number
  readonly end?: 'middle' | undefined
  readonly followed: NonNullable<Picture['followed']>
}

/** The key of the followed write, struck when it is lost. */
export function FollowedKey({ x, y, end, followed }: KeyProps) {
  return (
    <text class="stage-key" data-fate={followed.fate} x={x} y={y} text-anchor={end}>
      {followed.key}
    </text>
  )
}
