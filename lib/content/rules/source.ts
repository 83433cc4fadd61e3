/** An article. `path`: where it stands in `content`, such as `en/split-brain.mdx`. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** What is wrong with the articles of the site, a message each: `content/en/wait.mdx:12:3 …`. */
export type Rule = (articles: readonly Source[]) => readonly string[]

/** A message with its place. `index`: within the text of the article. */
export function problemAt({ path, text }: Source, index: number, message: string): string {
  const before = text.slice(0, index).split('\n')
  return `content/${path}:${before.length}:${(before.at(-1) ?? '').length + 1} ${message}`
}

/** The text of an article with what matches made blank, line breaks kept: what is left stands where it stood. */
export function without(text: string, ...patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (match) => match.replace(/[^\n]/g, ' ')), text)
}

export const FENCE = /^[ \t]*(```+)[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$/gm
export const INLINE_CODE = /`[^`\n]+`/g
/** Imports and what is run at the top. */
export const STATEMENT = /^(?:import|export)\b.*$/gm
export const TAG = /<\/?[A-Z][^>]*>/g
export const LINK_TARGET = /\]\([^)\n]*\)/g
