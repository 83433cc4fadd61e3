import { articleContent } from '@/lib/content/article-module'
import type { Locale } from '@/lib/locale'
import { articleComponents } from './article-components'
import { Prose } from './prose'

/** The article's text. Evaluated while the page is built, never in the browser, so the policy needs no `unsafe-eval`. */
export function ArticleBody({ locale, code }: { locale: Locale; code: string }) {
  return <Prose>{articleContent(code, articleComponents(locale))}</Prose>
}
