import splitBrain from '@/content/scenarios/split-brain.json'
import type { Locale } from '@/lib/locale'
import { run } from '@/lib/run'
import { writeLink } from '@/lib/share/link'
import { linkTo } from '@/lib/share/state'
import type { TitledLink } from '@/lib/share/wiki'
import { absolute, pagePath } from '@/lib/site'
import { withDirective } from '@/lib/variant'
import { words } from '@/lib/words/words'
import { articleAt } from './articles'
import { embedPath } from './embed-address'

const PAGE = 'split-brain'

/** A link to a section, one to a demo with another setting at a moment, and one to its embed: made as a reader's are. */
export function exampleLinks(locale: Locale): Readonly<Record<'heading' | 'demo' | 'embed', TitledLink>> {
  const found = articleAt(locale, PAGE)
  const section = found?.article.headings.find(({ depth }) => depth === 2)
  if (!found || section === undefined) throw new Error(`no section to link to in ${PAGE}`)
  const gated = run(withDirective(splitBrain, 'min-replicas-to-write', 1))
  const at = gated.moment('promoted')?.at ?? null
  const link = linkTo(PAGE, [run(splitBrain).scenario], { films: [gated.film], at, followed: null, tab: null })
  const page = absolute(pagePath(locale, PAGE))
  const { title } = found.article
  const example = words(locale).linkPage.example(title)
  const query = link && writeLink(link)
  return {
    heading: { title: `${section.text} · ${title}`, url: `${page}#${section.id}` },
    demo: { title: example, url: `${page}?${query}` },
    embed: { title: example, url: `${absolute(embedPath(locale, PAGE))}?${query}` },
  }
}
