import { SEARCH_FILE, type SearchData } from '@/lib/search/data'
import { Engine } from '@/lib/search/engine'

/** What is searched in one language, and what does it. */
export interface Search {
  readonly data: SearchData
  readonly engine: Engine
}

const loaded = new Map<string, Promise<Search>>()

/** Fetches what a language has, once; what failed is tried again when it is asked for anew. */
export function loadSearch(locale: string): Promise<Search> {
  const search = loaded.get(locale) ?? fetched(locale)
  loaded.set(locale, search)
  search.catch(() => loaded.delete(locale))
  return search
}

async function fetched(locale: string): Promise<Search> {
  const response = await fetch(addressIn(locale, SEARCH_FILE))
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  const data: SearchData = await response.json()
  return { data, engine: await Engine.over(data) }
}

/** The address of something in a language. The islands stand beside the languages, wherever the site lies. */
export function addressIn(locale: string, path: string): string {
  return new URL(`../${locale}/${path}`, import.meta.url).href
}
