import type { MetadataRoute } from 'next'
import { pagesIn } from '@/lib/content/pages'
import { DEFAULT_LOCALE, LOCALES, type Locale } from '@/lib/locale'
import { absolute, pagePath } from '@/lib/site'

export const dynamic = 'force-static'

/** A page of one language, and the same page in the others. */
function entry(locale: Locale, slug?: string): MetadataRoute.Sitemap[number] {
  const languages = {
    ...Object.fromEntries(LOCALES.map((other) => [other, absolute(pagePath(other, slug))])),
    'x-default': absolute(pagePath(DEFAULT_LOCALE, slug)),
  }
  return { url: absolute(pagePath(locale, slug)), alternates: { languages } }
}

export default function sitemap(): MetadataRoute.Sitemap {
  return LOCALES.flatMap((locale) =>
    pagesIn(locale).map(({ slug, article }) => ({
      ...entry(locale, slug),
      ...(article && { lastModified: article.updated.slice(0, 10) }),
    })),
  )
}
