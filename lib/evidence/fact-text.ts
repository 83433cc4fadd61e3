import type { Fact, FactCode, FactItem, ReplyShape } from './facts'

/** The words of a language for what was decided. */
export interface FactWords {
  readonly facts: Readonly<Record<FactCode, string>>
  readonly factItems: { readonly [Code in FactItem['code']]: (item: Extract<FactItem, { readonly code: Code }>) => string }
  /** Between one item and the next. */
  readonly semicolon: string
  /** Where nothing of the kind happened. */
  readonly noFact: (code: FactCode) => string
}

/** What was decided, in the words of a language. */
export function factText({ factItems, semicolon, noFact }: FactWords, code: FactCode, fact: Fact): string {
  // Each item goes to the words of its own code: the compiler can't follow that from one union to the other.
  const textOf = (item: FactItem) => (factItems[item.code] as (item: FactItem) => string)(item)
  return fact.length === 0 ? noFact(code) : fact.map(textOf).join(semicolon)
}

/** A reply as `redis-cli` would show it, without what only counts or tells the time. */
export function replyText(reply: ReplyShape, anyText: string): string {
  if (typeof reply === 'string') return reply
  if ('any' in reply) return reply.any === 'text' ? anyText : '#'
  return `[${reply.map((item) => replyText(item, anyText)).join(' ')}]`
}
