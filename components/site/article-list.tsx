import { InlineCode } from '@/components/code/inline-code'
import { demosIn } from '@/lib/content/article-demos'
import type { Article } from '@/lib/content/articles'
import { GROUPS } from '@/lib/content/groups'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { Fact, Facts } from './facts'
import { Miniature } from './miniature'

/** The articles by group, in their reading order, numbered through. */
export function ArticleList({ locale, articles }: { locale: Locale; articles: readonly Article[] }) {
  const groups = GROUPS.map((group) => ({ group, own: articles.filter((article) => article.group === group) }))
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => (
      <section key={group} aria-labelledby={group} className="mt-10">
        <h3 id={group} className="text-lg text-soft">
          {words(locale).site.groups[group]}
        </h3>
        <ol className="mt-3 grid">
          {own.map((article) => (
            <Entry key={article.slug} locale={locale} article={article} number={articles.indexOf(article) + 1} />
          ))}
        </ol>
      </section>
    ))
}

/** An article with its answer, and what its first demo comes to. */
function Entry({ locale, article, number }: { locale: Locale; article: Article; number: number }) {
  const { site } = words(locale)
  const { slug, title, answer, minutes, updated, code } = article
  return (
    <li className="group relative grid break-inside-avoid grid-cols-[3rem_minmax(0,1fr)] border-t border-line py-6 max-sm:grid-cols-[2rem_minmax(0,1fr)] wide:grid-cols-[3rem_minmax(0,1fr)_20rem]">
      <span className="text-[1.25rem] leading-[1.2] font-bold text-soft tabular-nums" aria-hidden="true">
        {number}
      </span>
      <div className="max-w-measure">
        <h4 className="text-[1.25rem]">
          {/* The whole entry is the link's target. */}
          <a
            href={hostPath(pagePath(locale, slug))}
            className="text-ink no-underline group-hover:underline group-hover:decoration-2 after:absolute after:inset-0"
          >
            {title}
          </a>
        </h4>
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
      <FirstRun slug={slug} code={code} />
    </li>
  )
}

function FirstRun({ slug, code }: Pick<Article, 'slug' | 'code'>) {
  const run = demosIn(code)[0]?.runs.at(-1)
  return run && <Miniature run={run} id={slug} className="col-start-2 mt-5 w-full max-w-80 wide:col-start-3 wide:mt-1" />
}
