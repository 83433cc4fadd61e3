/** @jsxImportSource preact */
import type { FatedDot, Picture } from '@/lib/reading/film/film'
import { reaches } from '@/lib/reading/film/frame'
import type { StageLayout, StageNode } from '@/lib/reading/film/stage-layout'
import type { Cast } from '../cast'
import { stageAlternative } from '../telling/alternative'
import { StageDots } from './stage-dots'
import { type Curve, curveBetween } from './stage-geometry'
import { type DrawnLink, StageLinks } from './stage-links'
import { StageNodeDrawing } from './stage-nodes'

/** Who can reach whom at the cursor, who is primary, whom each takes for the primary, and what is on its way. */
export function Stage({ cast, picture }: { cast: Cast; picture: Picture }) {
  const { layout, frame, links, dots } = picture
  const walled = layout.wall !== null && isDivided(picture)
  const drawn: DrawnLink[] = links.flatMap((link) => {
    const curve = between(layout, link.from, link.to)
    return curve ? [{ ...link, curve }] : []
  })
  const curveOf = (dot: FatedDot): Curve | null => between(layout, dot.from, dot.to)
  return (
    <svg
      class="demo-stage"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={stageAlternative(cast.words, picture)}
    >
      {walled && layout.wall !== null && <path class="demo-wall" d={wallAt(layout.wall, layout.height)} />}
      <StageLinks links={drawn} picture={picture} walled={walled} />
      {layout.nodes.map((node) => (
        <StageNodeDrawing key={`${node.kind} ${node.host}`} cast={cast} node={node} picture={picture} />
      ))}
      <StageDots dots={dots} curveOf={curveOf} />
      <text class="demo-stage-time" x="2" y={layout.height - 4}>
        {cast.words.stage.at(frame.at)}
      </text>
    </svg>
  )
}

/** Whether the partition that the stage was laid out for is in force. */
function isDivided({ frame, layout }: Picture): boolean {
  const sides = layout.nodes.map((node) => ({ host: node.host, left: layout.wall !== null && node.x < layout.wall }))
  const left = sides.find((side) => side.left)
  const right = sides.find((side) => !side.left)
  return (
    left !== undefined && right !== undefined && !reaches(frame, left.host, right.host) && !reaches(frame, right.host, left.host)
  )
}

function wallAt(x: number, height: number): string {
  const third = Math.round(height / 3)
  return `M${x + 6} 6C${x - 14} ${third} ${x + 18} ${2 * third} ${x - 4} ${height - 6}`
}

/** Clients and servers are joined; sentinels watch and have no line. */
function between(layout: StageLayout, from: string, to: string): Curve | null {
  const find = (host: string): StageNode | undefined =>
    layout.nodes.find((node) => node.host === host && node.kind !== 'sentinel')
  const start = find(from)
  const end = find(to)
  return start && end && start !== end ? curveBetween(layout.nodes, start, end) : null
}
