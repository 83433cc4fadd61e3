/** A heading of an article: `## Why nobody told the client [#why]`. */
export interface Heading {
  depth: 2 | 3
  text: string
  id: string
}

const EXPLICIT_ID = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/

/** Splits the explicit id off a heading's text; `id` is null where the author gave none. */
export function splitHeadingId(text: string): { text: string; id: string | null } {
  const match = EXPLICIT_ID.exec(text)
  return match?.[1] ? { text: text.slice(0, match.index), id: match[1] } : { text, id: null }
}

/** The headings of an article's MDX source, in order, as plain text. Code fences are skipped. */
export function headingsOf(source: string): Heading[] {
  const headings: Heading[] = []
  let fence: string | null = null
  for (const line of source.split('\n')) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1]
    if (mark) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence
    const heading = fence === null ? /^(##|###)\s+(.+)$/.exec(line) : null
    if (!heading?.[1] || !heading[2]) continue
    const { text, id } = splitHeadingId(heading[2])
    if (id) headings.push({ depth: heading[1].length === 2 ? 2 : 3, text: plain(text), id })
  }
  return headings
}

/** Markdown's inline marks removed: what a table of contents prints. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[`*]+([^`*]+)[`*]+/g, '$1')
    .replace(/(?<!\w)_+([^_]+)_+(?!\w)/g, '$1')
}
