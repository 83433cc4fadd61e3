import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

export function ArticleNeighbours({ locale, previous, next }: { locale: Locale; previous?: Article; next?: Article }) {
  const { site } = words(locale)
  return (
    <nav className="neighbours" aria-label={site.otherArticles}>
      {previous && (
        <a href={hostPath(pagePath(locale, previous.slug))} rel="prev">
          <span>← {site.previous}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={hostPath(pagePath(locale, next.slug))} rel="next" className="neighbour-next">
          <span>{site.next} →</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
