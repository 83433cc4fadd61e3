import { isValidElement, type ReactNode } from 'react'
import type { ScenarioName } from '@/content/scenarios'
import type { Run } from '@/lib/run'
import { articleContent } from './article-module'
import { PART_NAMES } from './part-names'
import { shown } from './shown'

/** A named scenario that a demo of an article shows; `section` is the id of the heading it stands under, empty above the first. */
export interface ShownScenario {
  readonly name: ScenarioName
  readonly section: string
}

/** What is looked at of an element of an article. */
interface Props {
  readonly id?: string
  readonly run?: Run
  readonly without?: Run
  readonly with?: Run
  readonly children?: ReactNode
}

/** Stand for the components: nothing is drawn. */
const PARTS = Object.fromEntries(PART_NAMES.map((name) => [name, () => null]))

/** The named scenarios that the demos of a compiled article show, in their order. */
export function shownIn(code: string): readonly ShownScenario[] {
  const found: ShownScenario[] = []
  let section = ''
  const look = (node: ReactNode): void => {
    if (Array.isArray(node)) node.forEach(look)
    if (!isValidElement<Props>(node)) return
    const { type, props } = node
    if ((type === 'h2' || type === 'h3') && props.id) section = props.id
    const runs = type === PARTS.Demo || type === PARTS.Compare ? [props.run, props.without, props.with] : []
    for (const run of runs) {
      const named = run === undefined ? null : shown(run).named
      if (named !== null) found.push({ name: named, section })
    }
    look(props.children)
  }
  look(articleContent(code, PARTS))
  return found
}
