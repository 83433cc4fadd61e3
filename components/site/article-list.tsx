import { InlineCode } from '@/components/code/inline-code'
import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { Fact, Facts } from './facts'

export function ArticleList({ locale, articles }: { locale: Locale; articles: Article[] }) {
  const { site } = words(locale)
  return (
    <ol className="mt-4 grid">
      {articles.map(({ slug, title, answer, minutes, updated }, index) => (
        <li
          key={slug}
          className="group relative grid grid-cols-[3rem_minmax(0,var(--measure))] border-t border-line py-6 max-sm:grid-cols-[2rem_minmax(0,1fr)]"
        >
          <span className="text-[1.25rem] leading-[1.2] font-bold text-lost tabular-nums" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3 className="text-[1.25rem]">
              {/* The whole entry is the link's target. */}
              <a
                href={hostPath(pagePath(locale, slug))}
                className="text-ink no-underline group-hover:underline group-hover:decoration-2 after:absolute after:inset-0"
              >
                {title}
              </a>
            </h3>
            <p className="mt-2 text-soft">
              <InlineCode text={answer} />
            </p>
            <Facts className="mt-2">
              <Fact>{site.minutes(minutes)}</Fact>
              <Fact>
                {site.updated} <time dateTime={updated.slice(0, 10)}>{site.date(updated)}</time>
              </Fact>
            </Facts>
          </div>
        </li>
      ))}
    </ol>
  )
}
