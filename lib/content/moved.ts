import { BadInput } from '../terminal/failure.mjs'

/** Addresses that are no more, each with the one that has taken its place, as in content/permalinks.json: `waiting/`, `wait/#cost`. */
export type Moved = Readonly<Record<string, string>>

/** An id that a place of a page had before, or that a place had on a page whose address leads here now. */
export interface Alias {
  /** The page as it is now: `wait/`. */
  readonly page: string
  readonly id: string
  readonly former: string
}

const ADDRESS = /^(?:[a-z0-9-]+\/)*(?:#[a-z][a-z0-9-]*)?$/

/** Where an address leads today; what was never moved leads to itself, and a place goes along with its page. @throws {BadInput} in a circle */
export function today(address: string, moved: Moved, way: readonly string[] = []): string {
  if (way.includes(address)) throw wrong([...way, address].join(' → '), 'an address that does not lead back to where it began')
  const [page = '', id] = address.split('#')
  const own = moved[address]
  if (own !== undefined) return today(own, moved, [...way, address])
  const next = moved[page]
  if (id === undefined || next === undefined) return address
  return today(next.includes('#') ? next : `${next}#${id}`, moved, [...way, address])
}

/** The pages that have moved, each with the address, place included, that it leads to today. @throws {BadInput} */
export function movedPages(moved: Moved): ReadonlyMap<string, string> {
  return new Map(
    checked(moved)
      .filter((address) => !address.includes('#'))
      .map((address) => [address, today(address, moved)]),
  )
}

/** The ids that places of pages go on answering to. @throws {BadInput} where a place has left a page that is still there */
export function aliasesIn(moved: Moved): readonly Alias[] {
  return checked(moved)
    .filter((address) => address.includes('#'))
    .flatMap((address) => {
      const [page = '', id = ''] = today(address, moved).split('#')
      const [from = '', former = ''] = address.split('#')
      const [lead = ''] = today(from, moved).split('#')
      // A browser takes the fragment along to the page that the old address leads to, and to no other.
      if (lead !== page) throw wrong(address, `a place of ${lead}: leave a heading with that id there, and a link beneath it`)
      return id === former ? [] : [{ page, id, former }]
    })
}

/** The addresses that have moved, if all are in order. */
function checked(moved: Moved): readonly string[] {
  for (const [from, to] of Object.entries(moved)) {
    if (!ADDRESS.test(from) || from === '') throw wrong(from, 'an address such as "waiting/" or "wait/#cost"')
    if (!ADDRESS.test(to)) throw wrong(`${from}: ${to}`, 'an address such as "wait/" or "wait/#cost"')
    if (from.includes('#') && !to.includes('#')) throw wrong(`${from}: ${to}`, 'a place, as its old address was one')
  }
  return Object.keys(moved)
}

function wrong(value: string, expected: string): BadInput {
  return new BadInput(`content/moved.json: ${JSON.stringify(value)}: expected ${expected}`)
}
