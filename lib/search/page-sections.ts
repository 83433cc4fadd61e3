import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { attribute, type Element, elementsIn, type Node } from '../markup'

/** A part of a built page that has an address, with its words. */
export interface Section {
  /** Empty: the page itself, down to its first heading. */
  readonly id: string
  readonly heading: string
  /** What stands beside its heading. */
  readonly also: string
  readonly text: string
}

/** A link to a section of another page that is described otherwise here. */
export interface Pointer {
  readonly href: string
  /** What is seen, in one or several ways: what a program printed, and who did. */
  readonly names: readonly string[]
}

/** What a built page says. */
export interface PageSections {
  readonly description: string
  /** The first is the page itself. */
  readonly sections: readonly Section[]
  /** Entries that lead to sections elsewhere, as those of the symptoms do. */
  readonly pointers: readonly Pointer[]
}

/** Begins a section where it has an id. */
const HEADINGS = new Set(['h2', 'h3', 'dt'])
/** Nobody reads these as text. */
const UNREAD = new Set(['script', 'style', 'svg', 'nav', 'fieldset', 'template'])
/** Drawn, chosen or measured: what these say is said in the text around them. */
const FIGURES = ['data-island', 'data-guide', 'data-commits', 'data-neighbours', 'data-facts', 'data-link']
const INLINE = new Set(['a', 'b', 'code', 'em', 'span', 'strong', 'time', 'button', 'kbd', 'sup', 'sub'])

/** What stands in the `<main>` of a built page. @throws {Error} there is none, or it has no title */
export function pageSections(html: string): PageSections {
  const page = parse(html)
  const main = elementsIn(page).find(({ tagName }) => tagName === 'main')
  const title = main && elementsIn(main).find(({ tagName }) => tagName === 'h1')
  if (main === undefined || title === undefined) throw new Error('a page without <main> or <h1>')
  const description = elementsIn(page).find(
    (element) => element.tagName === 'meta' && attribute(element, 'name') === 'description',
  )
  const reading = new Reading()
  reading.begin('', textOf(title), '')
  reading.read(main)
  return {
    description: (description && attribute(description, 'content')) ?? '',
    sections: reading.sections(),
    pointers: reading.pointers,
  }
}

/** Goes through a page in the order in which it is read. */
class Reading {
  readonly #begun: { readonly id: string; readonly heading: string; readonly also: string; readonly text: string[] }[] = []
  readonly pointers: Pointer[] = []

  begin(id: string, heading: string, also: string): void {
    this.#begun.push({ id, heading, also, text: [] })
  }

  read(node: Node): void {
    if (isText(node)) this.#say(node.value)
    if (!isElement(node) || isUnread(node) || node.tagName === 'h1') return
    const id = attribute(node, 'id')
    if (id && HEADINGS.has(node.tagName)) this.#beginWith(id, node)
    else if (id && node.tagName === 'li') this.#pointWith(node)
    else if (attribute(node, 'data-agreement') !== undefined) this.#beginEvidence(node)
    else this.#readAll(node)
  }

  sections(): readonly Section[] {
    return this.#begun.map((section) => ({ ...section, text: tidy(section.text.join('')) }))
  }

  #readAll(element: Element): void {
    const apart = INLINE.has(element.tagName) ? '' : ' '
    this.#say(apart)
    for (const child of element.childNodes) if (!leadsOn(child, element)) this.read(child)
    this.#say(apart)
  }

  #say(text: string): void {
    this.#begun.at(-1)?.text.push(text)
  }

  /** A term has its other names beside it. */
  #beginWith(id: string, heading: Element): void {
    const [name, ...beside] = heading.tagName === 'dt' ? heading.childNodes.filter(isElement) : [heading]
    this.begin(id, name ? textOf(name) : '', beside.map(textOf).join(' '))
  }

  /** Of runs beside runs there is the heading, and whether they agree. */
  #beginEvidence(entry: Element): void {
    const [heading, outcome] = entry.childNodes.filter(isElement)
    if (heading) this.read(heading)
    if (outcome) this.#say(textOf(outcome))
  }

  #pointWith(entry: Element): void {
    const link = elementsIn(entry).find(({ tagName }) => tagName === 'a')
    const sign = entry.childNodes.filter((node) => isElement(node) && node.tagName !== 'p')
    if (link) this.pointers.push({ href: attribute(link, 'href') ?? '', names: sign.map(textOf) })
  }
}

/** Whether it is the link of an explained term to where more is told. */
function leadsOn(node: Node, within: Element): boolean {
  return within.tagName === 'dd' && isElement(node) && node.tagName === 'a'
}

function isUnread(element: Element): boolean {
  return (
    UNREAD.has(element.tagName) ||
    FIGURES.some((name) => attribute(element, name) !== undefined) ||
    attribute(element, 'role') === 'status' ||
    attribute(element, 'aria-hidden') === 'true' ||
    // What a term says of itself stands in the glossary.
    attribute(element, 'id')?.startsWith('term-') === true ||
    (element.tagName === 'button' && attribute(element, 'data-copy') !== undefined)
  )
}

function textOf(node: Node): string {
  if (isText(node)) return node.value
  if (!('childNodes' in node) || (isElement(node) && isUnread(node))) return ''
  return tidy(node.childNodes.map(textOf).join(''))
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
