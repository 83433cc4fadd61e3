import type { ReactElement } from 'react'
import { isFenceLanguage } from '@/lib/content/fence-languages'
import type { Locale } from '@/lib/locale'
import { Fence } from './fence'

type Code = ReactElement<{ className?: string; children?: string }>

/** A code fence of an article. */
export function CodeBlock({ locale, children }: { locale: Locale; children: Code }) {
  const { className = 'language-text', children: code = '' } = children.props
  const language = className.replace('language-', '')
  if (!isFenceLanguage(language)) throw new Error(`no language "${language}" of code fences`)
  return <Fence locale={locale} language={language} code={code} />
}
