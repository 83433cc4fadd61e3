/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-plan'
import { type Cast, entity } from '../cast'
import { fileOf, SAYS, type Said } from '../telling/stage-words'
import { DataBar } from './data-bar'
import { fitting, Label, Pill } from './label'
import { Pin } from './pin'
import { Door, Link, Ring, Sheet } from './symbols'

/** From the rim to what stands in the card, and in the card of one of many. */
const PAD = 11
const LITTLE_PAD = 4
/** No wider is the card of one of many. */
const LITTLE = 110
/** Where the words of a line begin that has a symbol before it. */
const INDENT = 22
/** To the middle of the symbol. */
const SYMBOL = 7
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
  const { y } = body
  const pad = body.width > LITTLE ? PAD : LITTLE_PAD
  const room = body.width - 2 * pad
  const x = body.x + pad
  const state = !server.up ? 'dead' : server.frozen ? 'frozen' : server.role
  const data = SAYS.dataOf(cast.words, picture, host)
  const standing = SAYS.standingOf(cast.words, picture, host)
  // Where there is room beside it a text may stand out a little: it is rather taken to be too wide than too narrow.
  const beside = room - INDENT + (pad - LITTLE_PAD) / 2
  return (
    <g class="stage-actor" data-state={state} data-host={host} {...entity(cast, host)}>
      <rect class="stage-node" x={body.x} y={y} width={body.width} height={body.height} rx="10" />
      <text class="stage-name" x={x} y={y + 22}>
        {host}
      </text>
      <StatePill cast={cast} x={body.x + body.width - pad + 2} y={y + 8} state={state} />
      {held && <DataBar x={x} y={y + BAR} width={room} held={held} most={picture.most} />}
      {held && <Pin node={node} picture={picture} room={body.width - 84} bar={{ x, y: y + BAR, width: room }} />}
      {data && <Label x={x} y={y + DATA} text={fitting(data.texts, room)} fate={data.fate} />}
      {standing && (
        <Line x={x} y={y + STANDING} said={standing} room={beside}>
          <StandingSymbol host={host} picture={picture} x={x + SYMBOL} y={y + STANDING - 4} />
        </Line>
      )}
      {body.height > FILE && (
        <Line x={x} y={y + FILE} room={beside} said={fileOf(cast.words, picture, host)}>
          <Sheet x={x + SYMBOL} y={y + FILE - 4} empty={picture.files[host] === undefined} />
        </Line>
      )}
    </g>
  )
}

const PILLS = { primary: 'solid', replica: 'outlined', dead: 'off', frozen: 'quiet' } as const

function StatePill({ cast, x, y, state }: { cast: Cast; x: number; y: number; state: keyof typeof PILLS }) {
  const { stage } = cast.words
  const texts = { ...stage.roles, dead: stage.dead, frozen: stage.frozen }
  return <Pill x={x} y={y} text={texts[state]} look={PILLS[state]} />
}

interface LineProps {
  readonly x: number
  readonly y: number
  readonly room: number
  readonly said: Said
  readonly children: ComponentChildren
}

/** A symbol and what it means here. */
function Line({ x, y, room, said, children }: LineProps) {
  return (
    <>
      {children}
      <Label x={x + INDENT} y={y} text={fitting(said.texts, room)} fate={said.fate} />
    </>
  )
}

function StandingSymbol({ host, picture, x, y }: { host: string; picture: Picture; x: number; y: number }) {
  const server = picture.frame.servers[host]
  if (server?.of === null) {
    const { gate } = server
    return <Door x={x} y={y} state={gate === null || gate.needed === 0 ? 'off' : gate.open ? 'open' : 'shut'} />
  }
  const ack = picture.acks[host]
  if (!ack) return <Link x={x} y={y} down={server?.link === 'down'} />
  const part = ack.maxLag === null ? null : ack.age / ack.maxLag
  const counts = picture.waits.some(({ counted }) => counted.includes(host))
  return <Ring x={x} y={y} part={part} look={counts ? 'good' : 'ink'} />
}
