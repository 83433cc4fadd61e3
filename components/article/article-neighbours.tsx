import Link from 'next/link'
import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

export function ArticleNeighbours({ locale, previous, next }: { locale: Locale; previous?: Article; next?: Article }) {
  const { site } = words(locale)
  return (
    <nav className="neighbours" aria-label={site.otherArticles}>
      {previous && (
        <Link href={pagePath(locale, previous.slug)} prefetch={false} rel="prev">
          <span>← {site.previous}</span>
          {previous.title}
        </Link>
      )}
      {next && (
        <Link href={pagePath(locale, next.slug)} prefetch={false} rel="next" className="neighbour-next">
          <span>{site.next} →</span>
          {next.title}
        </Link>
      )}
    </nav>
  )
}
