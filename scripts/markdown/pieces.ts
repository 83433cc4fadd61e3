// What becomes of the pieces of a page that Markdown has no word for.
import type { Element, ElementContent } from 'hast'
import { isFenceLanguage } from '@/lib/content/fence-languages'
import { attribute, element, elementsIn, outermost, text, textIn } from './elements'
import { usual } from './guide'

const isShown = (it: Element) => attribute(it, 'ariaHidden') !== 'true'

/** A term that explains itself becomes a link to where it is explained. */
export function term(it: Element): readonly ElementContent[] {
  const [name] = outermost(it, ({ tagName }) => tagName === 'button')
  const link = outermost(it, ({ tagName }) => tagName === 'a').at(-1)
  return [element('a', name?.children ?? [], { href: link && attribute(link, 'href') })]
}

/** A picture that has a name is that name. */
export function picture(it: Element): readonly ElementContent[] {
  const name = attribute(it, 'ariaLabel')
  return name === undefined ? [] : [text(name)]
}

/** A demo is what it is called, its verdict and its decisive moments; of a comparison those of each side. */
export function demo(it: Element): Element {
  const link = element('a', [text(attribute(it, 'ariaLabel') ?? '')], { href: `#${it.properties.id}` })
  const told = outermost(it, (room) => isPart(room, 'verdicts') || attribute(room, 'dataPanel') === 'moments')
  const parts = told.flatMap((room) => outermost(room, (part) => TOLD.some((name) => isPart(part, name))))
  return element('blockquote', [
    element('p', [element('strong', [link])]),
    ...parts.map((part) => (isPart(part, 'storyboard') ? storyboard(part) : part)),
  ])
}

const TOLD = ['side', 'verdict', 'storyboard'] as const

function isPart(it: Element, name: (typeof TOLD)[number] | 'verdicts'): boolean {
  return attribute(it, 'dataPart') === name
}

/** Each moment on a line: when, and what. */
function storyboard(it: Element): Element {
  const moments = elementsIn(it).map((moment) => {
    const [head, sentence] = elementsIn(moment)
    const time = head && elementsIn(head).find(isShown)
    return element('li', [text(time ? `${textIn(time)} – ` : ''), ...(sentence?.children ?? [])])
  })
  return element('ol', moments)
}

/** Code, in the language that stands over it. */
export function snippet(it: Element): readonly ElementContent[] {
  const [head] = elementsIn(it)
  const [title] = head ? elementsIn(head) : []
  const [code] = outermost(it, ({ tagName }) => tagName === 'pre').map(usual)
  const name = title && (elementsIn(title).find(isShown) ?? title)
  const more = title && name ? textIn(title).slice(textIn(name).length).trim() : ''
  const fence = element('pre', [
    element(
      'code',
      [text(code ? textIn(code) : '')],
      name && isFenceLanguage(textIn(name)) ? { className: [`language-${textIn(name)}`] } : {},
    ),
  ])
  return more === '' ? [fence] : [element('p', [text(more)]), fence]
}

/** A question with the answers to choose from. */
export function choice(it: Element): readonly ElementContent[] {
  const question = outermost(it, ({ tagName }) => tagName === 'legend').map(({ children }) => element('p', children))
  const answers = outermost(it, ({ tagName }) => tagName === 'label').map(({ children }) => element('li', children))
  return [...question, element('ul', answers)]
}

/** Facts in a row, which only a style sheet keeps apart; null where a paragraph is none. */
export function facts(it: Element): readonly ElementContent[] | null {
  const shown = elementsIn(it).filter(isShown)
  if (shown.length < 2 || shown.length < it.children.length || shown.some(({ tagName }) => tagName !== 'span')) return null
  return [
    element(
      'p',
      shown.flatMap((fact, index) => (index === 0 ? [fact] : [text(' · '), fact])),
    ),
  ]
}
