/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageNode } from '@/lib/reading/film/stage-layout'
import { plain } from '@/lib/words/phrase'
import { type Cast, entity } from '../cast'
import { answerOf, saysOf } from '../telling/stage-words'
import { RADIUS } from './stage-geometry'

const LINE = 15

/** A process: its shape and letter tell what it is, the words below whom it takes for the primary. */
export function StageNodeDrawing({ cast, node, picture }: { cast: Cast; node: StageNode; picture: Picture }) {
  const { x, y, host, kind } = node
  const says = saysOf(cast.words, picture, node)
  const answer = kind === 'client' ? answerOf(cast.words, picture, host) : null
  const below = y + RADIUS[kind] + (kind === 'sentinel' ? 13 : 16)
  return (
    <g class={classOf(node, picture)} {...entity(cast, host)}>
      <Shape node={node} />
      <text class="demo-node-name" x={x} y={y + 1}>
        {host}
      </text>
      <text class="demo-node-letter" x={x} y={y + 13}>
        {letterOf(cast, node, picture)}
      </text>
      {says.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first line says whom, the second what else
        <text key={index} class="demo-says" x={x} y={below + index * LINE}>
          {plain(line)}
        </text>
      ))}
      {answer && (
        <text class={`demo-says demo-says-${answer.fate}`} x={x} y={below + says.length * LINE}>
          {answer.text}
        </text>
      )}
    </g>
  )
}

function Shape({ node: { x, y, kind } }: { node: StageNode }) {
  if (kind === 'sentinel') return <rect class="demo-node" x={x - 23} y={y - 19} width="46" height="38" rx="9" />
  return <circle class={kind === 'client' ? 'demo-node demo-node-client' : 'demo-node'} cx={x} cy={y} r={RADIUS[kind]} />
}

function letterOf(cast: Cast, { host, kind }: StageNode, { frame }: Picture): string {
  const { letters } = cast.words.stage
  return kind === 'server' ? letters[frame.servers[host]?.role ?? 'replica'] : letters[kind]
}

function classOf({ host, kind }: StageNode, { frame }: Picture): string {
  const server = kind === 'server' ? frame.servers[host] : undefined
  const state = server ?? (kind === 'sentinel' ? frame.sentinels[host] : frame.clients[host])
  if (!state?.up) return 'demo-actor demo-actor-dead'
  if (state.frozen) return 'demo-actor demo-actor-frozen'
  return server?.role === 'primary' ? 'demo-actor demo-actor-primary' : 'demo-actor'
}
