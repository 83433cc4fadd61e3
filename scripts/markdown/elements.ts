import type { Element, ElementContent } from 'hast'

export function isElement(node: { readonly type: string }): node is Element {
  return node.type === 'element'
}

/** The elements right within another. */
export function elementsIn({ children }: Element): readonly Element[] {
  return children.filter((child): child is Element => isElement(child))
}

/** The value of an attribute; undefined where the element has none. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name]
  return value === undefined || value === null || value === false ? undefined : String(value)
}

export function element(tagName: string, children: readonly ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

export const text = (value: string): ElementContent => ({ type: 'text', value })

/** The elements of which something holds, in the order of the page, those within others of them left out. */
export function outermost(within: Element, holds: (element: Element) => boolean): readonly Element[] {
  return elementsIn(within).flatMap((child) => (holds(child) ? [child] : outermost(child, holds)))
}

/** The text of an element and all in it. */
export function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return isElement(node) ? node.children.map(textIn).join('') : ''
}
