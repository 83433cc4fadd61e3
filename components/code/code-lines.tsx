import type { ReactNode } from 'react'
import type { Token } from './highlight'
import { COLOURS } from './token-colours'

interface Props {
  readonly lines: Token[][]
  /** Puts something else in the place of a token, or leaves it (undefined). */
  readonly replace?: (line: number, token: number) => ReactNode
  /** Those of a line. */
  readonly attributes?: (line: number) => Readonly<Record<`data-${string}`, string>>
}

/** Highlighted code, line by line. */
export function CodeLines({ lines, replace, attributes }: Props) {
  return (
    <code className="text-[length:inherit]">
      {lines.map((tokens, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a constant text never move
        <span key={line} {...attributes?.(line)}>
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
