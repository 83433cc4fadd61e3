import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** All elements of parsed markup in their order, itself and what stands in templates included. */
export function elementsIn(node: Node): readonly Element[] {
  const below = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : []
  return [...('attrs' in node ? [node] : []), ...below.flatMap(elementsIn)]
}

/** The value of an attribute; undefined where the element has none of that name. */
export function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value
}
