/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { type Cast, entity } from '../cast'
import { fitting, Label, Pill } from '../stage/label'
import { drawn } from '../stage/path'
import { routeBetween } from '../stage/routes'

const PAD = 11
/** The first line of words within the card, and from one to the next. */
const FIRST = 44
const LINE = 19
/** The same beside or below a client. */
const CLOSE = 15

interface Props {
  readonly cast: Cast
  readonly node: StageNode
  readonly picture: Picture
}

/** A client that takes a lock, and what it believes of it. */
export function LockClient({ cast, node: { host, body, words }, picture, lines }: Props & { lines: readonly string[] }) {
  const client = picture.frame.clients[host]
  if (!client || !words) return null
  const below = words.y >= body.y + body.height
  const [x, y] = below ? [words.x + words.width / 2, words.y + 16] : [words.x + 2, words.y + 15]
  const middle = { x: body.x + body.width / 2, y: body.y + body.height / 2 }
  return (
    <g
      class="stage-actor"
      data-state={!client.up ? 'dead' : client.frozen ? 'frozen' : 'client'}
      data-host={host}
      {...entity(cast, host)}
    >
      <circle class="stage-node" cx={middle.x} cy={middle.y} r={body.width / 2 - 1} />
      <text class="stage-name" x={middle.x} y={middle.y + 5} text-anchor="middle">
        {host}
      </text>
      {lines.map((text, index) => (
        <Label key={text} x={x} y={y + index * CLOSE} text={text} end={below ? 'middle' : undefined} />
      ))}
    </g>
  )
}

interface ResourceProps extends Props {
  /** Who writes to it. */
  readonly writers: readonly string[]
  /** What it says, each line longest first. */
  readonly lines: readonly (readonly string[])[]
}

/** What locks protect: the token that it has seen, what it took and what it refused, and lines to all who write to it. */
export function ResourceCard({ cast, node, picture, writers, lines }: ResourceProps) {
  const { host, body } = node
  const { x, y, width, height } = body
  const plan = Object.values(picture.layout).find(({ nodes }) => nodes.includes(node))
  return (
    <g class="stage-actor" data-state="resource" data-host={host} {...entity(cast, host)}>
      {writers.map((writer) => {
        const path = plan && routeBetween(plan, writer, host, ['client', 'resource'])
        return path && <path key={writer} class="stage-line" data-look="idle" d={drawn(path)} />
      })}
      <rect class="stage-node" x={x} y={y} width={width} height={height} rx="10" />
      <text class="stage-name" x={x + PAD} y={y + 22}>
        {host}
      </text>
      <Pill x={x + width - PAD + 2} y={y + 8} text={cast.words.stage.roles.resource ?? ''} look="quiet" />
      {lines.map((texts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its token, its writes, those of a stale owner
        <Label key={index} x={x + PAD} y={y + FIRST + index * LINE} text={fitting(texts, width - 2 * PAD)} />
      ))}
    </g>
  )
}
