import type { ScenarioName } from '@/content/scenarios'
import type { Locale } from '@/lib/locale'
import { demosIn, type PlacedDemo } from './article-demos'
import { articlesIn } from './articles'
import { shown, titleOf } from './shown'

/** A demo that has a page of its own, for other sites to frame. */
export interface Embed extends Pick<PlacedDemo, 'id' | 'runs' | 'controls'> {
  /** Of the scenario that it shows, of two the second: what its address is called. */
  readonly name: ScenarioName
  readonly title: string
  /** The article that explains it, and the section there. */
  readonly article: { readonly slug: string; readonly title: string }
  /** Its id is empty above the first heading. */
  readonly section: { readonly id: string; readonly title: string }
}

/** Every demo of an article that shows a named scenario, once each: as the first article in reading order has it. */
export function embedsIn(locale: Locale): readonly Embed[] {
  const found = new Map<ScenarioName, Embed>()
  for (const { slug, title: heading, headings, code } of articlesIn(locale))
    for (const { id, runs, section, controls, title } of demosIn(code)) {
      const last = runs.at(-1)
      const name = last && shown(last).named
      if (!name || found.has(name)) continue
      const sectionTitle = headings.find((one) => one.id === section)?.text ?? heading
      found.set(name, {
        id,
        name,
        runs,
        controls,
        title: titleOf(last, title, locale),
        article: { slug, title: heading },
        section: { id: section, title: sectionTitle },
      })
    }
  return [...found.values()]
}
