import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { LOCALES, type Locale } from '@/lib/locale'
import { Field } from '@/lib/sim/scenario/field'
import { parseAbout } from '@/lib/sim/scenario/parse'
import { type Claim, readClaim } from './claim'

/** What the file of a scenario says about it, in every language of the site. */
export interface About {
  readonly title: Readonly<Record<Locale, string>>
  /** Why it exists and what to look for, in English; null where nobody said. */
  readonly why: string | null
  /** What its run has to show. */
  readonly shows: readonly Claim[]
}

/** What a file of this project says about its scenario. @throws {ScenarioError} where it says nothing, or not in every language */
export function aboutIn(file: unknown): About {
  const about = parseAbout(file)
  if (about === null) return new Field(undefined, 'about').expect('what the scenario is called')
  const { title, why, shows } = about
  assertEveryLanguage(title)
  return { title, why, shows: shows.map((text, index) => readClaim(new Field(text, `about.shows[${index}]`))) }
}

function assertEveryLanguage(title: Readonly<Record<string, string>>): asserts title is Readonly<Record<Locale, string>> {
  const titles = new Field(title, 'about.title').members(LOCALES)
  for (const locale of LOCALES) titles[locale].text('a title')
}

/** What is said about a named scenario. */
export function aboutOf(name: ScenarioName): About {
  return aboutIn(scenarioFiles[name])
}
