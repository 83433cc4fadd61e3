import type { TokenKind } from './highlight'

/** What each kind of code looks like. */
export const COLOURS: Readonly<Record<TokenKind, string>> = {
  comment: 'text-soft',
  keyword: 'text-ink',
  function: 'text-accent',
  string: 'text-value',
  'string-expression': 'text-value',
  constant: 'text-value',
  parameter: 'text-ink',
  punctuation: 'text-soft',
}
