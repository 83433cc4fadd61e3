import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A page on which the element with this id answers to a former one too; null where it has none. The rest stays as it is, byte by byte. */
export function withAlias(html: string, id: string, former: string): string | null {
  const document = parse(html, { sourceCodeLocationInfo: true })
  if (elementWith(document, former) !== null) throw new Error(`#${former} is the id of something else`)
  const element = elementWith(document, id)
  const place = element?.sourceCodeLocation
  if (!element || !place) return null
  // A link holds no other.
  const at = element.tagName === 'a' ? place.startOffset : place.startTag?.endOffset
  return at === undefined ? null : `${html.slice(0, at)}<a id="${former}"></a>${html.slice(at)}`
}

function elementWith(node: Node, id: string): Element | null {
  if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'id' && value === id)) return node
  const children = 'childNodes' in node ? node.childNodes : []
  for (const child of children) {
    const found = elementWith(child, id)
    if (found !== null) return found
  }
  return null
}
