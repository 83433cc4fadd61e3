/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { type Cast, entity } from '../cast'
import { sentinelDoes, sentinelSays } from '../telling/stage-words'
import { Label, Pill } from './label'

const PAD = 8
const LINE = 13.5

interface Props {
  readonly cast: Cast
  readonly node: StageNode
  readonly picture: Picture
}

/** A sentinel: whom it names, and below it what it is busy with. */
export function SentinelCard({ cast, node, picture }: Props) {
  const { host, body, words } = node
  const { x, y, width, height } = body
  const sentinel = picture.frame.sentinels[host]
  if (!sentinel) return null
  const { stage } = cast.words
  const { election } = picture
  const leads = election?.won && election.candidate === host
  const busy = sentinelDoes(cast.words, picture, host)
  // One of many has no room below it.
  const does = words ? busy : []
  const state = !sentinel.up ? 'dead' : sentinel.frozen ? 'frozen' : 'sentinel'
  return (
    <g class="stage-actor" data-state={state} data-host={host} {...entity(cast, host)}>
      {does.length > 0 && (
        <rect class="cut" x={x + 6} y={y + height - 6} width={width - 12} height={does.length * LINE + 10.5} rx="6" />
      )}
      <rect class="stage-node" x={x} y={y} width={width} height={height} rx="9" />
      <text class="stage-name stage-name-small" x={x + PAD} y={y + 16.5}>
        {host}
      </text>
      {leads ? (
        <Pill x={x + width - 5} y={y + 4} text={stage.leader} look="quiet" />
      ) : (
        <Label x={x + width - PAD} y={y + 16.5} text={stage.roles.sentinel} end="end" />
      )}
      <Label x={x + PAD} y={y + 32} text={(!words && busy.at(-1)) || sentinelSays(cast.words, picture, host)} />
      {does.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its epoch or order, then its votes
        <Label key={index} x={x + width / 2} y={y + height + 13 + index * LINE} text={text} end="middle" />
      ))}
    </g>
  )
}
