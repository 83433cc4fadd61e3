import { GLOSSARY, SYMPTOMS_PAGE } from '@/lib/content/addresses'
import type { BuiltPage } from '@/lib/content/permalinks'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { Offer, Place, SearchData } from './data'
import { type PageSections, pageSections, type Section } from './page-sections'

/** How many symptoms are offered before anything is typed. */
const OFFERED = 6

interface ReadPage extends PageSections {
  readonly path: string
}

/** What a place is called elsewhere. */
interface Named {
  readonly address: string
  readonly names: readonly string[]
}

/**
 * What the pages of a language hold for a search. A symptom is no place of its own: what a reader sees of it is another name of the section
 * that explains it. Home and the pages of tags are left out, as all that they say is said elsewhere.
 * @throws {Error} a page can't be read, or a name is of a place that is not there
 */
export function searchData(locale: Locale, pages: readonly BuiltPage[]): SearchData {
  const read = pages
    .filter(({ path, locale: of }) => of === locale && path !== '' && !path.startsWith('tags/'))
    .map(({ path, html }) => readPage(path, html))
  const { search } = words(locale)
  const symptoms = pointedFrom(locale, read.find(({ path }) => path === `${SYMPTOMS_PAGE}/`)?.pointers ?? [])
  const named = [...symptoms, ...Object.entries(search.called).map(([address, names]) => ({ address, names }))]
  const places = read.flatMap(placesOf).map((place, id) => ({ ...place, id, also: alsoOf(place, named) }))
  const lost = named.filter(({ address }) => places.every((place) => place.address !== address))
  if (lost.length > 0)
    throw new Error(`${locale}: names of ${lost.map(({ address }) => address).join(', ')}, which are not there`)
  return { words: search, places, offered: offers(locale, symptoms) }
}

/** The first symptoms, then all of them, and the glossary. */
function offers(locale: Locale, told: readonly Named[]): readonly Offer[] {
  const { symptoms, glossary } = words(locale)
  return [
    ...told.slice(0, OFFERED).map(({ address, names: [label = '', note = ''] }) => ({ address, label, note })),
    { address: `${SYMPTOMS_PAGE}/`, label: symptoms.all, note: '' },
    { address: `${GLOSSARY}/`, label: glossary.title, note: '' },
  ]
}

function readPage(path: string, html: string): ReadPage {
  try {
    return { path, ...pageSections(html) }
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`)
  }
}

/** A heading under which nothing stands but further headings is no place to go. */
function placesOf({ path, description, sections }: ReadPage): readonly Omit<Place, 'id'>[] {
  const page = sections[0]?.heading ?? ''
  const place = ({ id, heading, also, text }: Section) =>
    id === ''
      ? { address: path, page, heading, also, text: `${description} ${text}` }
      : { address: `${path}#${id}`, page, heading, also, text }
  return sections.filter(({ id, text }) => id === '' || text !== '').map(place)
}

/** Links as addresses within the language: whatever the site lies under stands before it. */
function pointedFrom(locale: Locale, pointers: PageSections['pointers']): readonly Named[] {
  return pointers.map(({ href, names }) => ({ address: href.slice(href.indexOf(`/${locale}/`) + locale.length + 2), names }))
}

/** A line a name. */
function alsoOf({ address, also }: Omit<Place, 'id'>, named: readonly Named[]): string {
  const names = named.filter((each) => each.address === address).flatMap((each) => each.names)
  return [also, ...names].filter((name) => name !== '').join('\n')
}
