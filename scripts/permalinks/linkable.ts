import { demosIn } from '@/lib/content/article-demos'
import type { Article } from '@/lib/content/articles'
import type { Linkable } from '@/lib/content/short-links'
import { shown } from '@/lib/content/shown'

/** What of an article gets a short link; the same in every language. A demo is known by the run that its figure is called after, the last. */
export function linkableOf({ slug, code }: Article): Linkable {
  const demos = demosIn(code).flatMap(({ runs }) => runs.slice(-1).flatMap((run) => shown(run).named ?? []))
  return { slug, demos }
}
