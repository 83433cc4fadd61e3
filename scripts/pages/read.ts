import { parse } from 'parse5'
import { attribute, elementsIn } from '@/lib/markup'

/** The address that a page says is its own; null where it says none. */
export function canonicalOf(html: string): string | null {
  const link = elementsIn(parse(html)).find((element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical')
  return (link && attribute(link, 'href')) ?? null
}

/** What a page links to or fetches. */
export function linksOf(html: string): readonly string[] {
  return elementsIn(parse(html)).flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [])
}

/** Whether it is our page for what is not there. */
export function isMissingPage(html: string): boolean {
  return elementsIn(parse(html)).some((element) => attribute(element, 'data-nearest') !== undefined)
}
