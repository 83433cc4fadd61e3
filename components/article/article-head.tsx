import { InlineCode } from '@/components/code/inline-code'
import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

export function ArticleHead({ locale, article }: { locale: Locale; article: Article }) {
  const { site } = words(locale)
  const { title, answer, published, updated, versions, minutes } = article
  return (
    <div className="hero">
      <h1>{title}</h1>
      <p className="lede">
        <InlineCode text={answer} />
      </p>
      <p className="article-meta">
        <span>{site.minutes(minutes)}</span>
        <span>{site.checkedAgainst(versions)}</span>
        <span>
          {site.published} <time dateTime={published.slice(0, 10)}>{site.date(published)}</time>
        </span>
        {updated !== published && (
          <span>
            {site.updated} <time dateTime={updated.slice(0, 10)}>{site.date(updated)}</time>
          </span>
        )}
      </p>
    </div>
  )
}
