const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u
/** What never begins a line. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u

/** Columns that a text takes in a fixed-width font; what is Chinese takes two each. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
}

/** A text in lines of at most so many columns, broken between words; a longer word stands alone. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of partsOf(text)) {
    if (line !== '' && columnsOf((line + part).trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else line += part
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** What may not be broken: words with the spaces before them, and with the punctuation behind them. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  for (const piece of text.match(/\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/gu) ?? []) {
    const last = parts.length - 1
    if (last >= 0 && CLOSING.test(piece)) parts[last] += piece
    else parts.push(piece)
  }
  return parts
}
