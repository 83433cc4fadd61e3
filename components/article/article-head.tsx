import { InlineCode } from '@/components/code/inline-code'
import { Fact, Facts } from '@/components/site/facts'
import { Hero } from '@/components/site/hero'
import type { Article } from '@/lib/content/articles'
import { checkedAgainst } from '@/lib/evidence/checked'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

export function ArticleHead({ locale, article }: { locale: Locale; article: Article }) {
  const { site } = words(locale)
  const { title, answer, published, updated, minutes, code } = article
  const checked = checkedAgainst(code)
  return (
    <Hero
      title={title}
      lede={
        <span className="[&_code]:text-ink">
          <InlineCode text={answer} />
        </span>
      }
    >
      <Facts className="mt-4">
        <Fact>{site.minutes(minutes)}</Fact>
        {checked && <Fact>{site.checkedAgainst(checked.servers, site.date(checked.date))}</Fact>}
        <Fact>
          {site.published} <time dateTime={published.slice(0, 10)}>{site.date(published)}</time>
        </Fact>
        {updated !== published && (
          <Fact>
            {site.updated} <time dateTime={updated.slice(0, 10)}>{site.date(updated)}</time>
          </Fact>
        )}
      </Facts>
    </Hero>
  )
}
