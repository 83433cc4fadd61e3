import { getMDXComponent } from 'mdx-bundler/client'
import type { Locale } from '@/lib/locale'
import { articleComponents } from './article-components'

/** The article's text. Evaluated while the page is built, never in the browser, so the policy needs no `unsafe-eval`. */
export function ArticleBody({ locale, code }: { locale: Locale; code: string }) {
  return <div className="prose">{getMDXComponent(code)({ components: articleComponents(locale) })}</div>
}
