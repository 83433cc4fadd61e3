import type { MetadataRoute } from 'next'
import { GLOSSARY, SYMPTOMS_PAGE } from '@/lib/content/addresses'
import { articlesIn } from '@/lib/content/articles'
import { OVERVIEW, subjectSlug } from '@/lib/evidence/address'
import { subjects } from '@/lib/evidence/subjects'
import { LOCALES, type Locale } from '@/lib/locale'
import { absolute, pagePath } from '@/lib/site'

export const dynamic = 'force-static'

/** A page of one language, and the same page in the others. */
function entry(locale: Locale, slug?: string): MetadataRoute.Sitemap[number] {
  const languages = Object.fromEntries(LOCALES.map((other) => [other, absolute(pagePath(other, slug))]))
  return { url: absolute(pagePath(locale, slug)), alternates: { languages } }
}

export default function sitemap(): MetadataRoute.Sitemap {
  return LOCALES.flatMap((locale) => [
    entry(locale),
    entry(locale, SYMPTOMS_PAGE),
    entry(locale, GLOSSARY),
    entry(locale, OVERVIEW),
    ...subjects.map((subject) => entry(locale, subjectSlug(subject))),
    ...articlesIn(locale).map(({ slug, updated }) => ({ ...entry(locale, slug), lastModified: updated.slice(0, 10) })),
  ])
}
