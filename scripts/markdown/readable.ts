import type { Element, ElementContent, Root } from 'hast'
import { attribute, isElement, outermost, text } from './elements'
import { isUsual } from './guide'
import { choice, demo, facts, picture, snippet, term } from './pieces'

/** What a page has for the eye, for a pointer or for a script. */
const NOT_READ: ReadonlySet<string> = new Set(['button', 'input', 'nav', 'script', 'template'])

type Kind = (element: Element) => readonly ElementContent[] | null

const has = (name: string, kind: Kind): Kind => {
  return (it) => (attribute(it, name) === undefined ? null : kind(it))
}
const tag = (name: string, kind: Kind): Kind => {
  return (it) => (it.tagName === name ? kind(it) : null)
}
const nothing: Kind = () => []

/** What becomes of an element of some kind; the first that knows it has it. Null: it is no such element. */
const KINDS: readonly Kind[] = [
  has('dataTerm', term),
  (it) => (NOT_READ.has(it.tagName) || attribute(it, 'ariaHidden') === 'true' || attribute(it, 'role') === 'status' ? [] : null),
  (it) => (isUsual(it) ? null : []),
  // Says again what the head of a table says, where it is narrow.
  has('dataNarrow', nothing),
  // The link of a heading to itself.
  has('dataLink', nothing),
  tag('svg', picture),
  // An instant that leads to the demo of the page.
  tag(
    'a',
    has('dataAt', ({ children }) => children),
  ),
  (it) => (attribute(it, 'dataIsland') === 'demo' ? outermost(it, ({ tagName }) => tagName === 'figure').map(demo) : null),
  has('dataSnippet', snippet),
  tag('fieldset', choice),
  tag('p', facts),
]

/** Leaves of a page what is read, as elements that Markdown has. Links become absolute: a copy of the text leads where the page does. */
export function readable(tree: Root, address: string): Root {
  return { ...tree, children: tree.children.flatMap((node) => (isElement(node) ? read(node, address) : [])) }
}

function read(node: ElementContent, address: string): readonly ElementContent[] {
  if (!isElement(node)) return [node]
  const made = KINDS.reduce<readonly ElementContent[] | null>((found, kind) => found ?? kind(node), null) ?? [node]
  return made.map((each) => (isElement(each) ? within(each, address) : each))
}

function within(node: Element, address: string): Element {
  const href = attribute(node, 'href')
  const properties = href === undefined ? node.properties : { ...node.properties, href: new URL(href, address).href }
  const children = node.children.flatMap((child) => read(child, address))
  return { ...node, properties, children: node.tagName === 'code' ? children : spaced(children) }
}

const INLINE: ReadonlySet<string> = new Set(['a', 'b', 'code', 'span'])

/** A space between what stands side by side without one, which only a style sheet keeps apart. Hosts and figures stand in sentences. */
function spaced(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child, index) => (isApart(child) && isApart(children[index - 1]) ? [text(' '), child] : [child]))
}

function isApart(node: ElementContent | undefined): boolean {
  if (node === undefined || !isElement(node) || !INLINE.has(node.tagName)) return false
  return attribute(node, 'dataFigure') === undefined && attribute(node, 'dataPart') === undefined
}
