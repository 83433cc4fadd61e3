/** Words of English a minute, read silently for meaning. */
const WORDS_A_MINUTE = 230
/** 汉字 a minute, likewise; a Chinese text of the same content takes about as long. */
const HAN_A_MINUTE = 350

/**
 * Minutes it takes to read an article's MDX source, at least 1. 汉字 count one by one, everything else by words; tags,
 * link targets, front matter and what is imported and run at the top are not read, code is.
 */
export function readingMinutes(source: string): number {
  const text = source
    .replace(/^(?:\s*(?:import|export)\b.*)+/, '')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\[#[a-z0-9-]+\]/g, ' ')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0
  return Math.max(1, Math.round(han / HAN_A_MINUTE + words / WORDS_A_MINUTE))
}
