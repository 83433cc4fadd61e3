import { isHan } from './terms'

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** The terms of a place that matched, and those of the query that they matched. */
export interface Wanted {
  readonly found: readonly string[]
  readonly asked: readonly string[]
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Characters of an excerpt, about two lines of it; a 汉字 is as wide as two letters. */
const LETTERS = 150
const HAN_LETTERS = 72
/** Characters before the first mark, at most. */
const LEAD = 40
/** A shorter term is marked as a whole word only. */
const SHORT = 3

/** A text with what was looked for in it. */
export function markedIn(text: string, wanted: Wanted): readonly Piece[] {
  return pieces(text, stretches(text, wanted))
}

/** The part of a text that has most of what was looked for; its beginning where there is nothing of that. */
export function excerptOf(text: string, wanted: Wanted): readonly Piece[] {
  const length = /\p{Script=Han}/u.test(text) ? HAN_LETTERS : LETTERS
  const found = stretches(text, wanted)
  const from = startOf(text, bestStart(found, length))
  const to = from + length >= text.length ? text.length : endOf(text, from + length)
  const within = found.filter((stretch) => stretch.from >= from && stretch.to <= to)
  const shown = pieces(
    text.slice(from, to),
    within.map((stretch) => ({ from: stretch.from - from, to: stretch.to - from })),
  )
  return [...cut(from > 0), ...shown, ...cut(to < text.length)]
}

const cut = (is: boolean): readonly Piece[] => (is ? [{ text: '…', marked: false }] : [])

/** Where the terms stand in a text, in order; those that touch are one. */
function stretches(text: string, { found, asked }: Wanted): readonly Stretch[] {
  const longest = [...asked].sort((a, b) => b.length - a.length)
  const parts = new Set(found.map((term) => longest.find((each) => term.startsWith(each)) ?? term))
  const all = [...parts].flatMap((part) => occurrences(text, part)).sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: Stretch[] = []
  for (const stretch of all) {
    const last = merged.at(-1)
    if (last && stretch.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) }
    else merged.push(stretch)
  }
  return merged
}

/** A Latin term begins where a word does; a short one ends there too. */
function occurrences(text: string, term: string): readonly Stretch[] {
  const literal = term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const end = term.length < SHORT ? '(?![a-z\\d])' : ''
  const pattern = isHan(term) ? `(?=${literal})` : `(?<![a-z\\d])${literal}${end}`
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index }) => ({ from: index, to: index + term.length }))
}

/** The place from which an excerpt of a length has the most marked characters. */
function bestStart(found: readonly Stretch[], length: number): number {
  const reach = length - LEAD
  const inside = (start: number) =>
    found.reduce((sum, { from, to }) => (from >= start && to <= start + reach ? sum + to - from : sum), 0)
  let best = { from: 0, sum: 0 }
  for (const { from } of found) {
    const sum = inside(from)
    if (sum > best.sum) best = { from, sum }
  }
  return best.from
}

/** At the beginning of a sentence or of a word, a little before the first mark. */
function startOf(text: string, mark: number): number {
  if (mark <= LEAD) return 0
  const before = text.slice(mark - LEAD, mark)
  const sentence = /.*(?:[.!?]\s+|[。！？；]\s*)/s.exec(before)
  if (sentence) return mark - LEAD + sentence[0].length
  const word = /^\S*\s+/.exec(before)
  return mark - LEAD + (word ? word[0].length : 0)
}

/** Between two words; 汉字 can be parted anywhere. */
function endOf(text: string, at: number): number {
  const word = /[\w.-]*$/.exec(text.slice(at - LEAD, at))?.[0] ?? ''
  return /^[\w.-]/.test(text.slice(at)) && word.length < LEAD ? at - word.length : at
}

function pieces(text: string, marks: readonly Stretch[]): readonly Piece[] {
  const found: Piece[] = []
  let behind = 0
  for (const { from, to } of marks) {
    found.push({ text: text.slice(behind, from), marked: false }, { text: text.slice(from, to), marked: true })
    behind = to
  }
  found.push({ text: text.slice(behind), marked: false })
  return found.filter((piece) => piece.text !== '')
}
