import { isValidElement, type ReactNode } from 'react'
import type { ScenarioName } from '@/content/scenarios'
import type { Run } from '@/lib/run'
import { articleContent } from './article-module'
import { PART_NAMES } from './part-names'
import { demoId, shown } from './shown'

/** A demo of an article: what it shows, and where it stands. */
export interface PlacedDemo {
  /** Of its figure. */
  readonly id: string
  /** One, or the two that it compares. */
  readonly runs: readonly Run[]
  /** The id of the heading it stands under, empty above the first. */
  readonly section: string
  /** The names of its live settings, and its own title, as its article writes them. */
  readonly controls?: string | undefined
  readonly title?: string | undefined
}

/** A named scenario that a demo of an article shows. */
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
  readonly controls?: string
  readonly title?: string
  readonly children?: ReactNode
}

/** Stand for the components: nothing is drawn. */
const PARTS = Object.fromEntries(PART_NAMES.map((name) => [name, () => null]))

const DEMOS: readonly unknown[] = [PARTS.Demo, PARTS.Scene, PARTS.Compare]

/** The demos of a compiled article, in their order. That of a scene stands under the heading with which the scene begins. */
export function demosIn(code: string): readonly PlacedDemo[] {
  const found: PlacedDemo[] = []
  let section = ''
  const look = (node: ReactNode): void => {
    if (Array.isArray(node)) node.forEach(look)
    if (!isValidElement<Props>(node)) return
    const { type, props } = node
    if ((type === 'h2' || type === 'h3') && props.id) section = props.id
    const runs = DEMOS.includes(type) ? [props.run, props.without, props.with].filter((run) => run !== undefined) : []
    const last = runs.at(-1)
    if (last !== undefined) {
      const { controls, title } = props
      found.push({ id: demoId(last), runs, section: firstHeading(props.children) ?? section, controls, title })
    }
    look(props.children)
  }
  look(articleContent(code, PARTS))
  return found
}

/** The named scenarios that the demos of a compiled article show, in their order. */
export function shownIn(code: string): readonly ShownScenario[] {
  return demosIn(code).flatMap(({ runs, section }) =>
    runs.flatMap((run) => {
      const { named } = shown(run)
      return named === null ? [] : [{ name: named, section }]
    }),
  )
}

/** The id of the heading with which something begins. */
function firstHeading(children: ReactNode): string | undefined {
  const first = [children].flat().find((child) => isValidElement(child))
  return isValidElement<Props>(first) && first.type === 'h2' ? first.props.id : undefined
}
