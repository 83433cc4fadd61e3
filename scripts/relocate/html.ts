import { parse } from 'parse5'
import { type Element, elementsIn } from '@/lib/markup'
import { withPolicyRenewed } from '../csp.mjs'
import { moveJson } from './json'
import type { Move } from './move'

/** A part of the page, from offset to offset, with what is to stand there. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Names of attributes that may hold a path of the host, and no other text that begins like one. */
const HOLDS_PATH = /^(href|src|action|poster|data|data-(?!copy).*)$/

/** A page as it has to be where the site goes: links, what it fetches, data that it holds, its own address, its policy. All else stays, byte by byte. */
export function moveHtml(html: string, move: Move): string {
  // Without scripting, what stands in <noscript> is read as elements.
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const pieces: string[] = []
  let behind = 0
  const edits = elementsIn(document).flatMap((element) => [
    ...attributeEdits(element, html, move),
    ...dataEdits(element, html, move),
  ])
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(html.slice(behind, start), text)
    behind = end
  }
  return withPolicyRenewed(move.text([...pieces, html.slice(behind)].join('')))
}

function attributeEdits({ attrs, sourceCodeLocation }: Element, html: string, move: Move): readonly Edit[] {
  return attrs.flatMap(({ name, value }) => {
    const place = sourceCodeLocation?.attrs?.[name]
    if (!place || !HOLDS_PATH.test(name) || !move.leads(value)) return []
    // No base path has a mark that markup would write otherwise, so it is as long there as it is.
    const before = /^[^=]*=\s*["']?/.exec(html.slice(place.startOffset, place.endOffset))?.[0] ?? ''
    const start = place.startOffset + before.length
    return [{ start, end: start + move.from.length, text: move.to }]
  })
}

function dataEdits({ tagName, attrs, childNodes, sourceCodeLocation }: Element, html: string, move: Move): readonly Edit[] {
  const isData =
    tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && /^application\/(ld\+)?json$/.test(value))
  const [start, end] = [sourceCodeLocation?.startTag?.endOffset, sourceCodeLocation?.endTag?.startOffset]
  if (!isData || childNodes.length === 0 || start === undefined || end === undefined) return []
  return [{ start, end, text: moveJson(html.slice(start, end), move) }]
}
