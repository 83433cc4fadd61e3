import type { ReactNode } from 'react'
import type { Token } from './highlight'
import { COLOURS } from './token-colours'

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
