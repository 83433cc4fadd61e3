import type { FenceLanguage } from '@/lib/content/fence-languages'
import type { Locale } from '@/lib/locale'
import { CodeLines } from './code-lines'
import { highlight } from './highlight'
import { Snippet } from './snippet'

interface Props {
  readonly locale: Locale
  readonly language: FenceLanguage
  readonly code: string
}

/** Code in a language, highlighted. */
export function Fence({ locale, language, code }: Props) {
  const name = language === 'text' ? null : language
  return (
    <Snippet locale={locale} title={name} name={name} code={code.split('\n')}>
      <CodeLines lines={highlight(code.trimEnd(), language)} />
    </Snippet>
  )
}
