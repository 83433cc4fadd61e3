/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { type Cast, entity } from '../cast'
import { answerOf, clientDoes, waitOf } from '../telling/stage-words'
import { Label } from './label'
import { FollowedKey } from './pin'
import { Ring } from './symbols'

const LINE = 15
/** Lines of words before what a client waits for. */
const LINES = 60

interface Props {
  readonly cast: Cast
  readonly node: StageNode
  readonly picture: Picture
}

/** A client: what it writes to and reads, and the command that holds it up. */
export function ClientMark({ cast, node, picture }: Props) {
  const { host, body, words } = node
  const { followed } = picture
  const client = picture.frame.clients[host]
  if (!client || !words) return null
  const below = words.y >= body.y + body.height
  const does = clientDoes(cast.words, picture, host)
  const answer = answerOf(cast.words, picture, host)
  const lines = [
    ...(does === null ? [] : [{ text: does, fate: null }]),
    ...(answer?.texts ?? []).map((text) => ({ text, fate: answer?.fate ?? null })),
  ]
  const x = below ? words.x + words.width / 2 : words.x + 2
  const first = below ? words.y + 16 : words.y + 15
  const middle = body.x + body.width / 2
  const state = !client.up ? 'dead' : client.frozen ? 'frozen' : 'client'
  return (
    <g class="stage-actor" data-state={state} data-host={host} {...entity(cast, host)}>
      <circle class="stage-node" cx={middle} cy={body.y + body.height / 2} r={body.width / 2 - 1} />
      <text class="stage-name" x={middle} y={body.y + body.height / 2 + 5} text-anchor="middle">
        {host}
      </text>
      {lines.map(({ text, fate }, index) => (
        <Label
          // biome-ignore lint/suspicious/noArrayIndexKey: what it does, then what it is told
          key={index}
          x={x}
          y={first + index * LINE}
          text={text}
          fate={fate}
          end={below ? 'middle' : undefined}
        />
      ))}
      {followed?.client === host && (
        <FollowedKey x={x} y={first + lines.length * LINE} end={below ? 'middle' : undefined} followed={followed} />
      )}
      <Waiting cast={cast} picture={picture} node={node} below={below} />
    </g>
  )
}

/** A command that hangs on its client, with its clock and its count. */
function Waiting({ cast, picture, node, below }: Props & { below: boolean }) {
  const wait = waitOf(cast.words, picture, node.host)
  const { body } = node
  if (!wait) return null
  const width = Math.round(wait.command.length * 7.5 + 12)
  const x = below ? body.x + body.width / 2 - width / 2 : body.x + body.width + 6
  const y = below ? body.y + body.height + LINES + 2 : body.y + LINES + 2
  const ring = below ? { x: body.x + body.width / 2 - 22, y: y + 33 } : { x: x + width + 14, y: y + 10 }
  const part = wait.until === null ? null : (picture.at - wait.since) / (wait.until - wait.since)
  return (
    <g class="stage-wait">
      <rect x={x} y={y} width={width} height="20" rx="10" />
      <text class="stage-command" x={x + width / 2} y={y + 14.2} text-anchor="middle">
        {wait.command}
      </text>
      <Ring x={ring.x} y={ring.y} part={part} />
      <text class="stage-count" x={ring.x + 13} y={ring.y + 4.5}>
        {wait.count}
      </text>
    </g>
  )
}
