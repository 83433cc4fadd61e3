import type { MetadataRoute } from 'next'
import { articlesIn } from '@/lib/content/articles'
import { absolute, pagePath } from '@/lib/site'
import { LOCALES } from '@/lib/words/locale'

export const dynamic = 'force-static'

export default function sitemap(): MetadataRoute.Sitemap {
  return LOCALES.flatMap((locale) => [
    { url: absolute(pagePath(locale)) },
    { url: absolute(pagePath(locale, 'how-we-know')) },
    ...articlesIn(locale).map(({ slug, updated }) => ({
      url: absolute(pagePath(locale, slug)),
      lastModified: updated.slice(0, 10),
    })),
  ])
}
