import { isDeepStrictEqual } from 'node:util'
import { demoId, titleOf } from '@/lib/content/shown'
import type { Locale } from '@/lib/locale'
import type { Run } from '@/lib/run'
import { SETTINGS } from '@/lib/settings/settings'
import { differencesFrom } from '@/lib/settings/values'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Controls, controlsOf } from './controls/named'
import { DemoFigure } from './demo-figure'

/** Throws unless `other` is `scenario` with other settings and nothing else: two runs that differ in more prove nothing. */
export function assertFair(scenario: Scenario, other: Scenario): void {
  const settings = differencesFrom(other, scenario)
  const made = settings.reduce((edited, { id, value }) => SETTINGS[id].write(edited, value), scenario)
  if (!isDeepStrictEqual({ ...made, name: other.name }, other)) {
    throw new Error(`${scenario.name} and ${other.name} differ in more than their settings`)
  }
}

export interface CompareProps {
  readonly without: Run
  readonly with: Run
  readonly controls?: Controls
  /** Needed where the second run is no named scenario, which has one. */
  readonly title?: string
}

/** Two runs on one seed, side by side under one clock; the controls act on the second. */
export function Compare({ without, with: with_, controls, title, locale }: CompareProps & { readonly locale: Locale }) {
  assertFair(without.scenario, with_.scenario)
  return (
    <DemoFigure
      id={demoId(with_)}
      title={titleOf(with_, title, locale)}
      locale={locale}
      runs={[without, with_]}
      settings={controlsOf(with_, controls)}
    />
  )
}
