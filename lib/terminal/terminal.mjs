// The edge to the terminal: whatever a command prints goes through here.
import { once } from 'node:events'

/** Longer complaints are cut in their middle: where something is stands at the start, what was expected at the end. */
const LONGEST_COMPLAINT = 1000

/**
 * Text as it may stand on one line of a terminal: what would end the line, move the cursor, reorder or hide text is written as
 * `\u001b`. Within JSON such characters stand in strings only, so JSON stays JSON of the same value.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}

/**
 * Prints lines to stdout, each as one line whatever stands in it; resolves when the reader has kept up.
 * @param {readonly string[]} lines
 */
export async function printLines(lines) {
  const text = lines.map((line) => `${printable(line)}\n`).join('')
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/**
 * Tells people on stderr what goes on or what is wrong: always one line, never a long one.
 * @param {string} text
 */
export function tell(text) {
  process.stderr.write(`${printable(shortened(text.trim().replace(/\s*\n\s*/g, ' ')))}\n`)
}

function shortened(text) {
  if (text.length <= LONGEST_COMPLAINT) return text
  const half = LONGEST_COMPLAINT / 2
  return `${text.slice(0, half)} … ${text.slice(-half)}`
}
