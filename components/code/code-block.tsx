import type { ReactElement } from 'react'
import type { Locale } from '@/lib/locale'
import { CodeLines } from './code-lines'
import { highlight, isLanguage } from './highlight'
import { Snippet } from './snippet'

type Code = ReactElement<{ className?: string; children?: string }>

/** A code fence. A language the site does not know fails the build: Shiki would leave it plain without a word. */
export function CodeBlock({ locale, children }: { locale: Locale; children: Code }) {
  const { className = 'language-text', children: code = '' } = children.props
  const language = className.replace('language-', '')
  if (!isLanguage(language)) throw new Error(`unknown language of a code fence: ${language}`)
  const name = language === 'text' ? null : language
  return (
    <Snippet locale={locale} title={name} name={name} code={code.split('\n')}>
      <CodeLines lines={highlight(code.trimEnd(), language)} />
    </Snippet>
  )
}
