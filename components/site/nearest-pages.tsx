import { pagesIn } from '@/lib/content/pages'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

/** All pages of a language, folded, and room above them for the nearest to the address that was asked for: `missing.ts` of the islands finds them. */
export function NearestPages({ locale }: { locale: Locale }) {
  const { notFound, toHome } = words(locale).site
  return (
    <div data-pages={hostPath(pagePath(locale))}>
      <div data-nearest="" hidden className="mt-6" suppressHydrationWarning>
        <p>{notFound.nearest}</p>
        <ul className="mt-1 grid gap-1 text-lg" suppressHydrationWarning />
      </div>
      <details className="mt-6">
        <summary className="cursor-pointer text-soft">{notFound.allPages}</summary>
        <ul className="mt-3 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
          {pagesIn(locale).map(({ slug, title }) => (
            <li key={slug ?? ''}>
              <a href={hostPath(pagePath(locale, slug))}>{slug ? title : toHome}</a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
