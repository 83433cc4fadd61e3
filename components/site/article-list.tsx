import { InlineCode } from '@/components/code/inline-code'
import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

export function ArticleList({ locale, articles }: { locale: Locale; articles: Article[] }) {
  const { site } = words(locale)
  return (
    <ol className="article-list">
      {articles.map(({ slug, title, answer, minutes, updated }, index) => (
        <li key={slug}>
          <span className="article-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3>
              <a href={hostPath(pagePath(locale, slug))}>{title}</a>
            </h3>
            <p>
              <InlineCode text={answer} />
            </p>
            <p className="article-meta">
              <span>{site.minutes(minutes)}</span>
              <span>
                {site.updated} <time dateTime={updated.slice(0, 10)}>{site.date(updated)}</time>
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
