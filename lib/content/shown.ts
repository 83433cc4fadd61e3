import type { ScenarioName } from '@/content/scenarios'
import type { Locale } from '@/lib/locale'
import { addressOf, type Run } from '@/lib/run'
import { aboutOf } from './about'
import { namedAlike } from './scenarios'

/** How a run stands on a page. */
export interface Shown {
  /** Unique among the runs of a page, and part of the address of its demo: the name of a scenario, or of one with edits. */
  readonly name: string
  /** The named scenario that it is, which leads to what real servers did; null where it is none. */
  readonly named: ScenarioName | null
}

/** Under which name a run is shown: that of the named scenario that it is, however it was made. */
export function shown(run: Run): Shown {
  const named = namedAlike(run.scenario)
  return { name: named ?? addressOf(run), named }
}

/** The id of the figure that shows a run: of a comparison, its second one. Chips, scripts and addresses know a demo by it. */
export function demoId(run: Run): string {
  return `demo-${shown(run).name}`
}

/** What a demo of a run is called: its own title, or that of its named scenario. @throws {Error} it has neither */
export function titleOf(run: Run, own: string | undefined, locale: Locale): string {
  const { name, named } = shown(run)
  if (own !== undefined) return own
  if (named === null) throw new Error(`${name} is no named scenario: give it a title, or a name in content/scenarios/index.ts`)
  return aboutOf(named).title[locale]
}
