import type { Film } from '../reading/film/film'

/**
 * What runs came to, as four hexadecimal digits: for each what became of its writes, who is the primary at the end, and which verdict that
 * is. It says whether a link still shows what its maker saw, so it must not change with how a run is told or drawn.
 */
export function outcomeOf(films: readonly Film[]): string {
  const text = films.map(({ verdict, headline }) =>
    [
      verdict.attempted,
      verdict.acknowledged,
      verdict.refused,
      verdict.unanswered,
      verdict.noConnection,
      verdict.lost,
      verdict.survivedUnacknowledged,
      verdict.finalPrimary,
      headline.code,
    ].join(' '),
  )
  return folded(text.join('\n')).toString(16).padStart(4, '0')
}

/** FNV-1a, folded to 16 bits. */
function folded(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 16) ^ hash) & 0xffff
}
