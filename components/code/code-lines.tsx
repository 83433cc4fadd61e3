import type { ReactNode } from 'react'
import type { Token, TokenKind } from './highlight'

const COLOURS: Readonly<Record<TokenKind, string>> = {
  comment: 'text-soft',
  keyword: 'text-accent',
  function: 'text-accent',
  string: 'text-safe',
  'string-expression': 'text-safe',
  constant: 'text-ink',
  parameter: 'text-ink',
  punctuation: 'text-soft',
}

/** Highlighted code, line by line. `replace` puts something else in the place of a token, or leaves it (undefined). */
export function CodeLines({ lines, replace }: { lines: Token[][]; replace?: (line: number, token: number) => ReactNode }) {
  return (
    <code className="text-[length:inherit]">
      {lines.map((tokens, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a constant text never move
        <span key={line}>
          {tokens.map(({ text, kind }, token) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do the tokens of a line
            <span key={token} className={kind && COLOURS[kind]}>
              {replace?.(line, token) ?? text}
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </code>
  )
}
