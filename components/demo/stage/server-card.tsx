/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { type Cast, entity } from '../cast'
import { fileOf, SAYS, type Said } from '../telling/stage-words'
import { DataBar } from './data-bar'
import { fitting, Label, Pill } from './label'
import { Pin } from './pin'
import { Door, Link, Ring, Sheet } from './symbols'

const PAD = 11
/** Where the words of a line begin that has a symbol before it. */
const INDENT = 22
/** Heights within the card: the bar, then lines of words. */
const BAR = 33
const DATA = 60
const STANDING = 79
const FILE = 99

interface Props {
  readonly cast: Cast
  readonly node: StageNode
  readonly picture: Picture
}

/** A server: its role, its data, how it stands to the others, and its file where the scenario is about that. */
export function ServerCard({ cast, node, picture }: Props) {
  const { host, body } = node
  const server = picture.frame.servers[host]
  const held = picture.holdings[host]
  if (!server) return null
  const { x, y } = body
  const room = body.width - 2 * PAD
  const state = !server.up ? 'dead' : server.frozen ? 'frozen' : server.role
  const data = SAYS.dataOf(cast.words, picture, host)
  return (
    <g class="stage-actor" data-state={state} data-host={host} {...entity(cast, host)}>
      <rect class="stage-node" x={x} y={y} width={body.width} height={body.height} rx="10" />
      <text class="stage-name" x={x + PAD} y={y + 22}>
        {host}
      </text>
      <StatePill cast={cast} x={x + body.width - 9} y={y + 8} state={state} />
      {held && <DataBar x={x + PAD} y={y + BAR} width={room} held={held} most={picture.most} />}
      {held && <Pin node={node} picture={picture} room={body.width - 84} bar={{ x: x + PAD, y: y + BAR, width: room }} />}
      {data && <Label x={x + PAD} y={y + DATA} text={fitting(data.texts, room)} fate={data.fate} />}
      <Standing cast={cast} picture={picture} node={node} />
      {body.height > FILE && <File cast={cast} picture={picture} node={node} />}
    </g>
  )
}

const PILLS = { primary: 'solid', replica: 'outlined', dead: 'off', frozen: 'quiet' } as const

function StatePill({ cast, x, y, state }: { cast: Cast; x: number; y: number; state: keyof typeof PILLS }) {
  const { stage } = cast.words
  const texts = { ...stage.roles, dead: stage.dead, frozen: stage.frozen }
  return <Pill x={x} y={y} text={texts[state]} look={PILLS[state]} />
}

/** A symbol and what it means here. */
function Line({ node, y, said }: { node: StageNode; y: number; said: Said }) {
  const text = fitting(said.texts, node.body.width - 2 * PAD - INDENT)
  return <Label x={node.body.x + PAD + INDENT} y={node.body.y + y} text={text} fate={said.fate} />
}

function Standing({ cast, picture, node }: Props) {
  const said = SAYS.standingOf(cast.words, picture, node.host)
  if (!said) return null
  return (
    <>
      <StandingSymbol node={node} picture={picture} x={node.body.x + PAD + 7} y={node.body.y + STANDING - 4} />
      <Line node={node} y={STANDING} said={said} />
    </>
  )
}

function StandingSymbol({ node, picture, x, y }: { node: StageNode; picture: Picture; x: number; y: number }) {
  const server = picture.frame.servers[node.host]
  if (server?.of === null) {
    const { gate } = server
    return <Door x={x} y={y} state={gate === null || gate.needed === 0 ? 'off' : gate.open ? 'open' : 'shut'} />
  }
  const ack = picture.acks[node.host]
  if (!ack) return <Link x={x} y={y} down={server?.link === 'down'} />
  const part = ack.maxLag === null ? null : ack.age / ack.maxLag
  const counts = picture.waits.some(({ counted }) => counted.includes(node.host))
  return <Ring x={x} y={y} part={part} look={counts ? 'good' : 'ink'} />
}

function File({ cast, picture, node }: Props) {
  return (
    <>
      <Sheet x={node.body.x + PAD + 7} y={node.body.y + FILE - 4} empty={picture.files[node.host] === undefined} />
      <Line node={node} y={FILE} said={fileOf(cast.words, picture, node.host)} />
    </>
  )
}
