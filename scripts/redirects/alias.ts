import { parse } from 'parse5'
import { attribute, elementsIn } from '@/lib/markup'

/** A page on which the element with this id answers to a former one too; null where it has none. The rest stays as it is, byte by byte. */
export function withAlias(html: string, id: string, former: string): string | null {
  const elements = elementsIn(parse(html, { sourceCodeLocationInfo: true }))
  const elementWith = (wanted: string) => elements.find((one) => attribute(one, 'id') === wanted)
  if (elementWith(former)) throw new Error(`#${former} is the id of something else`)
  const element = elementWith(id)
  const place = element?.sourceCodeLocation
  if (!element || !place) return null
  // A link holds no other.
  const at = element.tagName === 'a' ? place.startOffset : place.startTag?.endOffset
  return at === undefined ? null : `${html.slice(0, at)}<a id="${former}"></a>${html.slice(at)}`
}
