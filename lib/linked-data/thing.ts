/** Something that a page tells those who read no prose, in the vocabulary of schema.org. */
export interface Thing {
  readonly '@type': string
  readonly [property: string]: unknown
}

/** What a page tells as the text of one `<script type="application/ld+json">`. A closing tag in a text would end the element. */
export function linkedData(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
}
