/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import type { Picture } from '@/lib/reading/film/film'
import { reaches } from '@/lib/reading/film/frame'
import type { NodeKind, StageNode, StagePlan, Wall } from '@/lib/reading/film/stage-plan'
import type { Cast } from '../cast'
import { stageAlternative } from '../telling/alternative'
import { ClientMark } from './client-mark'
import { Dots } from './dots'
import { Lines } from './lines'
import { SentinelCard } from './sentinel-card'
import { ServerCard } from './server-card'
import { Signals } from './signals'
import { PLANS, type PlanName, useVisiblePlan } from './use-visible-plan'

/**
 * The cluster at the cursor. It stands in the page as it is laid out for much room and for little, and the style sheet chooses; once it is
 * alive only the one that is seen is drawn.
 */
export function Stage({ cast, picture }: { cast: Cast; picture: Picture }) {
  const [box, visible] = useVisiblePlan()
  return (
    <div ref={box} class="stage-box" data-drawn={visible ?? 'both'}>
      {PLANS.filter((name) => visible === null || visible === name).map((name) => (
        <StageDrawing key={name} cast={cast} picture={picture} name={name} />
      ))}
    </div>
  )
}

interface CardProps {
  readonly cast: Cast
  readonly node: StageNode
  readonly picture: Picture
}

/** How each kind of process is drawn. Other kinds bring theirs. */
export const CARDS: Partial<Record<NodeKind, (props: CardProps) => ComponentChild>> = {
  server: ServerCard,
  sentinel: SentinelCard,
  client: ClientMark,
}

/** Who holds what, who can reach whom, what each says, and what is on its way; laid out for one width. */
export function StageDrawing({ cast, picture, name }: { cast: Cast; picture: Picture; name: PlanName }) {
  const plan = picture.layout[name]
  const wall = standing(plan, picture)
  return (
    <svg
      class="stage"
      data-plan={name}
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      role="img"
      aria-label={stageAlternative(cast.words, picture)}
    >
      {wall && <path class="stage-wall" d={`M${wall.from.x} ${wall.from.y}L${wall.to.x} ${wall.to.y}`} />}
      <Lines plan={plan} picture={picture} walled={wall !== null} />
      {plan.nodes.map((node) => {
        const Card = CARDS[node.kind]
        return Card && <Card key={`${node.kind} ${node.host}`} cast={cast} node={node} picture={picture} />
      })}
      <Dots plan={plan} picture={picture} wall={wall} />
      <Signals cast={cast} plan={plan} picture={picture} wall={wall} />
    </svg>
  )
}

/** The wall of a plan while the partition that it was laid out for is in force. */
function standing({ wall }: StagePlan, { frame }: Picture): Wall | null {
  return wall && !reaches(frame, wall.near, wall.far) && !reaches(frame, wall.far, wall.near) ? wall : null
}
