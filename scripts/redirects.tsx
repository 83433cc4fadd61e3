// Keeps old addresses alive in the site that is being built, and makes its short links: a stage of scripts/build-site.mjs, which names the folder.
import moved from '@/content/moved.json'
import shortLinks from '@/content/short-links.json'
import { aboutOf } from '@/lib/content/about'
import { articlesIn } from '@/lib/content/articles'
import { isScenarioName } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { writeMoved } from './redirects/moved'
import { writeShortLinks } from './redirects/short'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('in which folder?')

/** What stands at an address: a named demo, an article, or a page of another kind. */
function titleAt(locale: Locale, address: string): string {
  const [page = '', id = ''] = address.split('#')
  const demo = id.replace(/^demo-/, '')
  if (id !== demo && isScenarioName(demo)) return aboutOf(demo).title[locale]
  const article = articlesIn(locale).find(({ slug }) => `${slug}/` === page)
  return article?.title ?? words(locale).site.moved.title
}

writeMoved(folder, moved, titleAt)
writeShortLinks(folder, shortLinks, moved, titleAt)
