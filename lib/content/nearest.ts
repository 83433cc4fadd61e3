import { distance } from 'fastest-levenshtein'

/** As many are named at most. */
const MOST = 3
/** Longer addresses are compared by their beginnings. */
const COMPARED = 200
/** What two words that share no more than their beginnings or ends count as. */
const PART_OF = 2

/**
 * The pages that somebody may have meant who asked for `wanted`, nearest first, none where none is near. All are paths as `location.pathname`
 * has them, whatever stands in it; `home` is the first part of each page, language included: `/docs/en/`.
 */
export function nearest(wanted: string, pages: readonly string[], home: string): readonly string[] {
  const asked = within(wanted, home)
  const limit = Math.max(2, Math.ceil(asked.length * 0.4))
  const found = pages
    .flatMap((page) => {
      const slug = within(page, home)
      const far = farness(asked, slug)
      // Where no letter is right, nothing was meant.
      return far === 0 || far < Math.min(limit + 1, Math.max(asked.length, slug.length)) ? [{ page, far }] : []
    })
    .toSorted((one, other) => one.far - other.far)
  const best = found[0]?.far ?? 0
  return found
    .filter(({ far }) => far <= best + 1)
    .slice(0, MOST)
    .map(({ page }) => page)
}

/** How many letters of an address are not as they would have to be; where only its last part is like that of a page, a little more. */
function farness(asked: string, page: string): number {
  const [askedLast = '', pageLast = ''] = [asked, page].map((path) => path.split('/').at(-1))
  const parts = asked === askedLast && page === pageLast ? 0 : 1
  return Math.min(
    distance(asked, page),
    distance(askedLast, pageLast) + parts,
    sharesWords(askedLast, pageLast) ? PART_OF : Infinity,
  )
}

/** Whether one begins or ends with all words of the other: `redis-locks`, `locks`. */
function sharesWords(one: string, other: string): boolean {
  const [long = '', short = ''] = one.length > other.length ? [one, other] : [other, one]
  return short !== '' && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`))
}

/** What of a path names a page, without the ways in which programs write the same address: `/DOCS/zh/Wait.html` becomes `wait`. */
function within(path: string, home: string): string {
  const skipped = parts(home)
  const [language = ''] = skipped.slice(-1)
  const rest = parts(path).filter((part, index, all) => {
    const known = skipped.includes(part) || part === language.split('-')[0]
    return !(known && all.slice(0, index).every((before) => skipped.includes(before)))
  })
  return rest.join('/').slice(0, COMPARED)
}

function parts(path: string): readonly string[] {
  return decoded(path)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/(\/|^)index\.\w+$|\.(html?|md|mdx|php|aspx?)$/, '')
    .split('/')
    .filter((part) => part !== '')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
