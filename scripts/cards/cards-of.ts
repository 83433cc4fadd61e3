import type { IndexedDemo, IndexedPage, IndexedRun, SiteIndex } from '@/components/site/site-index'

/** What stands on a card. */
export interface Card {
  readonly language: string
  /** In a word or two, what the link leads to. */
  readonly kind: string
  readonly title: string
  /** What it comes to; the sign of a verdict stands before it. */
  readonly text: string
  readonly mark: string | null
  /** What became of the acknowledged writes; null where that is not the question. */
  readonly writes: { readonly acknowledged: number; readonly lost: number } | null
}

/** A card, and where it stands within the site. */
export interface PlacedCard {
  readonly path: string
  readonly card: Card
}

/** The cards of all pages and demos. A demo that several articles show has one. */
export function cardsOf({ address, pages, demos }: SiteIndex): readonly PlacedCard[] {
  const placed = (card: Card, at: string): PlacedCard => ({ path: decodeURI(at.slice(address.length)), card })
  const all = [
    ...pages.map((page) => placed(cardOfPage(page, demos), page.card)),
    ...demos.map((demo) => placed(cardOfDemo(demo), demo.card)),
  ]
  return [...new Map(all.toReversed().map((card) => [card.path, card])).values()]
}

/** An article shows what its first demo comes to; a page without one says what it is about. */
function cardOfPage({ address, language, kind, title, description, article }: IndexedPage, demos: readonly IndexedDemo[]): Card {
  const first = demos.find((demo) => demo.address.startsWith(`${address}#`))
  if (first !== undefined) return { ...cardOfDemo(first), kind, title }
  return { language, kind, title, text: article?.answer ?? description, mark: null, writes: null }
}

/** Of a comparison the second run, which has what is tried. */
function cardOfDemo({ language, kind, title, runs }: IndexedDemo): Card {
  return { language, kind, title, ...told(runs.slice(-1)) }
}

function told([run]: readonly IndexedRun[]): Pick<Card, 'text' | 'mark' | 'writes'> {
  if (run === undefined) return { text: '', mark: null, writes: null }
  return { text: run.verdict, mark: run.mark, writes: run.writes.lost > 0 ? run.writes : null }
}
