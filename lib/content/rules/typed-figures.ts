import { FENCE, problemAt, type Rule, type Source, without } from './source'

const REAL = /real (?:servers?|Redis|clusters?)|measured|真机|实测|真实的?(?:服务器|集群|Redis)/i
const VERSION = /\b[2-9]\.\d+(?:\.\d+)?(?:-\w+\.\d+)?\b/g
const PATCH = /\b\d+\.\d+\.\d+\b/
/** How counted things and stopwatches read: `2,179`, `22.4 s`, `8.6 MB`. */
const EXACT = /\d,\d{3}\b|\d\.\d+ ?(?:s\b|seconds|ms|[KMG]B|%|秒|毫秒)/
const ELSEWHERE = /\]\(https?:/
/** The front matter says which version the article was checked against, and when. */
const DATED = /^(?:versions|published|updated|order): .*$/gm

/** A stretch of an article: a sentence, or a cell of a table. */
interface Stretch {
  readonly index: number
  readonly text: string
}

const HINT = 'take it from a run (<Num>, <At>), from a recording (<Measured>), or link the source beside it'

/** No figure is typed that a run or a recording gives, nor one that others measured without a link to them. */
export const typedFigures: Rule = (articles) =>
  articles.flatMap((article) =>
    suspects(article).map(({ index, text }) => problemAt(article, index, `a typed figure in “${text}”: ${HINT}`)),
  )

function suspects({ text }: Source): readonly Stretch[] {
  let start = 0
  return without(text, FENCE, DATED)
    .split('\n')
    .flatMap((line) => {
      const at = start
      start += line.length + 1
      return line.startsWith('|') ? suspectCells(line, at) : sentences(line, at).filter(({ text }) => isSuspect(text))
    })
    .map(trimmed)
}

function sentences(line: string, at: number): readonly Stretch[] {
  const ends = [...line.matchAll(/(?<=[.!?])\s+|(?<=[。！？])/g)].map(({ 0: gap, index }) => index + gap.length)
  return [0, ...ends].map((from, index) => ({ index: at + from, text: line.slice(from, ends[index]) }))
}

/** The first cell of a row says what was set up; the others, what came of it. */
function suspectCells(row: string, at: number): readonly Stretch[] {
  const measured = row.includes('<Measured')
  let start = at
  const cells = row.split('|').map((text) => {
    const index = start
    start += text.length + 1
    return { index, text }
  })
  return cells.slice(2).filter(({ text }) => (measured ? /\d/.test(visible(text)) : isSuspect(text)))
}

function isSuspect(sentence: string): boolean {
  const text = visible(sentence)
  const number = /\d/.test(text.replace(VERSION, ''))
  if (REAL.test(text) || PATCH.test(text)) return number && !ELSEWHERE.test(sentence)
  return EXACT.test(text) && !ELSEWHERE.test(sentence)
}

/** Without components, code, and where links lead. */
function visible(mdx: string): string {
  return mdx
    .replace(/<[A-Z][^>]*>/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
}

function trimmed({ index, text }: Stretch): Stretch {
  return { index: index + text.length - text.trimStart().length, text: text.trim() }
}
