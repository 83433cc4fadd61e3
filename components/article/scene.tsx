import type { ReactNode } from 'react'
import { Demo, type DemoProps } from '@/components/demo/demo'
import type { ConfFile } from '@/lib/conf/write'
import { demoId } from '@/lib/content/shown'
import type { Spot } from '@/lib/content/spot'
import { type Block, blocksOf, sectionsOf } from './blocks'
import type { InLocale } from './bound'
import { Prose } from './prose'
import { SceneLayout } from './scene-layout'

export interface SceneProps extends DemoProps {
  readonly children?: ReactNode
}

interface Props extends SceneProps, InLocale {
  /** What stands at the head of a page that begins with a scene. */
  readonly head?: ReactNode
  readonly isHeading: (block: Block) => boolean
  /** The file of a configuration of the scene's run; null for any other block. */
  readonly confOf: (block: Block) => ConfFile | null
  /** Where a block leads that is a time; null for any other. */
  readonly spotOf: (block: Block) => Spot | null
}

/**
 * A demo beside the prose that explains it. Each section tells the moment of its first chip, so that reading on takes the demo along. The
 * configuration of the run stands in the demo, whose settings change it.
 */
export function Scene({ head, children, isHeading, confOf, spotOf, ...demo }: Props) {
  const id = demoId(demo.run)
  const all = blocksOf(children)
  const files = all.map(confOf).filter((file) => file !== null)
  const confFiles = files.length > 0 ? files : undefined
  const prose = all.filter((block) => confOf(block) === null)
  return (
    // Called, not left to be drawn later: what goes wrong in it is told with the place of the scene.
    <SceneLayout head={head} demo={Demo({ confFiles, ...demo })}>
      {sectionsOf(prose, isHeading).map((blocks) => {
        const spot = firstIn(blocks, (block) => ofDemo(id, spotOf(block)))
        const place = spot && { 'data-scene-section': '', 'data-demo': id, 'data-at': spot.at }
        return (
          <Prose key={blocks[0]?.key} as="section" {...place}>
            {blocks}
          </Prose>
        )
      })}
    </SceneLayout>
  )
}

function ofDemo(id: string, spot: Spot | null): Spot | null {
  return spot?.demo === id ? spot : null
}

/** The first time among blocks and in them. */
function firstIn(blocks: readonly Block[], spotOf: (block: Block) => Spot | null): Spot | null {
  for (const block of blocks) {
    const spot = spotOf(block) ?? firstIn(blocksOf(block.props.children), spotOf)
    if (spot !== null) return spot
  }
  return null
}
