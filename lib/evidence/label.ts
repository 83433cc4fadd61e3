/** What a time or a count is about: a code, and what it speaks of. Its words are in the catalogue. */
export interface Label<Code extends string> {
  readonly code: Code
  /** A host, an error, a count, a command; empty where the code says it all. */
  readonly of: string
  /** Which of several, from 1; null where there is one. */
  readonly nth: number | null
}

/** The same key for the same label, and another one for another: `lost`, `refused READONLY`, `promoted 2`. */
export function labelKey({ code, of, nth }: Label<string>): string {
  return [code, of, nth === null ? '' : String(nth)].filter((part) => part !== '').join(' ')
}
