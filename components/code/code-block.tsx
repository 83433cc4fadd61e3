import type { ReactElement } from 'react'
import { isFenceLanguage } from '@/lib/content/fence-languages'
import type { Locale } from '@/lib/locale'
import { CodeLines } from './code-lines'
import { highlight } from './highlight'
import { Snippet } from './snippet'

type Code = ReactElement<{ className?: string; children?: string }>

/** A code fence. */
export function CodeBlock({ locale, children }: { locale: Locale; children: Code }) {
  const { className = 'language-text', children: code = '' } = children.props
  const language = className.replace('language-', '')
  if (!isFenceLanguage(language)) throw new Error(`no language "${language}" of code fences`)
  const name = language === 'text' ? null : language
  return (
    <Snippet locale={locale} title={name} name={name} code={code.split('\n')}>
      <CodeLines lines={highlight(code.trimEnd(), language)} />
    </Snippet>
  )
}
