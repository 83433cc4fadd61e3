import { DEFAULT_LOCALE, type Locale } from '@/lib/locale'

/** The path of an embed within the site: `/embed/split-brain/`, and `/embed/zh-CN/split-brain/` in another language than the default one. */
export function embedPath(locale: Locale, name: string, file = ''): string {
  return `/embed/${locale === DEFAULT_LOCALE ? '' : `${locale}/`}${name}/${file}`
}
