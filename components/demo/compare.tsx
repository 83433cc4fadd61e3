import { isDeepStrictEqual } from 'node:util'
import { aboutOf } from '@/lib/content/about'
import { isScenarioName, namedScenario } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { SETTINGS } from '@/lib/settings/settings'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { words } from '@/lib/words/words'
import { controlIds } from './demo'
import './demo.css'
import { LivePlayer } from './live-player'
import { differencesFrom, settingsOf, sidesOf } from './simulate'
import { stillsOf } from './still'

/** Throws unless `other` is `scenario` with other settings and nothing else: two runs that differ in more prove nothing. */
export function assertFair(scenario: Scenario, other: Scenario): void {
  const settings = differencesFrom(other, scenario)
  const made = settings.reduce((edited, { id, value }) => SETTINGS[id].write(edited, value), scenario)
  if (!isDeepStrictEqual({ ...made, name: other.name }, other)) {
    throw new Error(`${scenario.name} and ${other.name} differ in more than their settings`)
  }
}

interface Props {
  readonly without: string
  readonly with: string
  readonly controls?: string
  readonly locale: Locale
}

/** Two runs on one seed, side by side under one clock; the controls act on the second. */
export function Compare({ without, with: with_, controls, locale }: Props) {
  if (!isScenarioName(without)) throw new Error(`no scenario "${without}"`)
  if (!isScenarioName(with_)) throw new Error(`no scenario "${with_}"`)
  const plain = namedScenario(without)
  const changed = namedScenario(with_)
  assertFair(plain, changed)
  const stills = stillsOf(without, with_)
  const sides = sidesOf([plain, changed], [])
  return (
    <LivePlayer
      id={`demo-${with_}`}
      locale={locale}
      broken={words(locale).demo.player.broken}
      title={aboutOf(with_).title[locale]}
      takes={[
        { scenario: plain, still: stills[0], side: sides[0] },
        { scenario: changed, still: stills[1], side: sides[1] },
      ]}
      settings={settingsOf(changed, controlIds(controls))}
    />
  )
}
