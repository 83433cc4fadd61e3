import type { Move } from './move'

const STRING = /"((?:[^"\\]|\\.)*)"/g

/** JSON in which every string that is a path to something of the site leads to its new place. No base path has a mark that JSON escapes. */
export function moveJson(json: string, move: Move): string {
  return json.replace(STRING, (whole, inner: string) =>
    move.leads(inner) ? `"${move.to}${inner.slice(move.from.length)}"` : whole,
  )
}
