import { FENCE, type Source } from './rules/source'

/**
 * What stands under a heading of an article, the heading itself included, up to the next of its depth or above; without an id, what stands
 * above the first: title, answer, description and the first paragraphs. Null where there is no such heading.
 */
export function sectionText({ text }: Source, id: string): string | null {
  const headings = headingsIn(text)
  if (id === '') return text.slice(0, headings[0]?.index)
  const at = headings.findIndex((heading) => heading.id === id)
  const own = headings[at]
  if (own === undefined) return null
  const next = headings.slice(at + 1).find(({ depth }) => depth <= own.depth)
  return text.slice(own.index, next?.index)
}

function headingsIn(text: string): readonly { readonly index: number; readonly depth: number; readonly id: string }[] {
  // What looks like a heading in code is a comment.
  const prose = text.replace(FENCE, (fence) => fence.replace(/[^\n]/g, ' '))
  return [...prose.matchAll(/^(#{2,3}) .*\[#([a-z0-9-]+)\]$/gm)].map(({ index, 1: marks = '', 2: id = '' }) => ({
    index,
    depth: marks.length,
    id,
  }))
}
