import { memberPath } from '@/lib/sim/scenario/field'

/**
 * The path of the first key that stands twice in one object of a JSON text, or null. `JSON.parse` keeps the last one without a
 * word, so a host that is described twice would silently lose its first description. Says nothing about a text that is not JSON.
 */
export function repeatedKey(text: string): string | null {
  const open: Level[] = []
  // Brackets, commas and strings; nothing else matters. Strings are walked by hand: a pattern would run out of stack on a long one.
  const marks = /[{}[\],"]/g
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const level = open.at(-1)
    if (mark[0] === '{') open.push({ keys: new Set(), step: '' })
    else if (mark[0] === '[') open.push({ keys: null, step: 0 })
    else if (mark[0] === '}' || mark[0] === ']') open.pop()
    else if (mark[0] === ',') advance(level)
    else {
      const end = endOfString(text, marks.lastIndex)
      marks.lastIndex = end
      if (level === undefined || level.keys === null || !isKey(text, end)) continue
      level.step = keyOf(text.slice(mark.index, end))
      if (level.keys.has(level.step)) return open.map(({ step }) => step).reduce<string>(pathOf, 'scenario')
      level.keys.add(level.step)
    }
  }
  return null
}

/** An object or list that is open, and where in it the reading is. */
interface Level {
  /** Null for a list. */
  readonly keys: Set<string> | null
  step: string | number
}

function advance(level: Level | undefined): void {
  if (typeof level?.step === 'number') level.step += 1
}

/** Behind the quote that ends the string, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

function isKey(text: string, end: number): boolean {
  const behind = /\s*(:?)/y
  behind.lastIndex = end
  return behind.exec(text)?.[1] === ':'
}

function keyOf(string: string): string {
  try {
    return String(JSON.parse(string))
  } catch {
    return string
  }
}

function pathOf(path: string, step: string | number): string {
  return typeof step === 'number' ? `${path}[${step}]` : memberPath(path, step)
}
