/** Letters and digits, also joined as in `min-replicas-max-lag`, `master_repl_offset` and `7.0.15`. */
const RUN = /[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu
/** Within a run: 汉字, and what is not. */
const SCRIPT = /\p{Script=Han}+|\P{Script=Han}+/gu
const HAN = /^\p{Script=Han}/u
const JOINT = /[-_.]/
/** Joints at an end: what stands between Latin and Han in one run. */
const LOOSE = /^[-_.]+|[-_.]+$/g
const NUMBER = /^[\d.]+$/

/**
 * The terms under which a text is found. Han has no spaces, and browsers differ in where they see its words, so it goes by pairs of
 * neighbours: 主从切换 is 主从, 从切, 切换, and the last character alone, so that each character begins a term. What is joined is found
 * whole and by its parts. Capitals and full-width forms don’t matter.
 */
export function termsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (isHan(run) ? [...pairsOf(run), lastOf(run)] : partsOf(run)))
}

/**
 * The terms that are looked for, each once. `unsaid`: words that tell nothing of what is looked for; they are passed over unless there
 * are no others.
 */
export function termsAsked(query: string, unsaid: readonly string[] = []): string[] {
  return [...new Set(runsOf(saidIn(query, unsaid)).flatMap((run) => (isHan(run) ? pairsOf(run) : partsOf(run))))]
}

/** A query as it is compared, without what tells nothing: as it is where it has nothing else. */
export function saidIn(query: string, unsaid: readonly string[]): string {
  const all = tidy(plain(query))
  const said = tidy(without(all, unsaid))
  return runsOf(said).length === 0 ? all : said
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Words of Latin are left out where they stand alone, those of Han wherever they stand. */
function without(query: string, unsaid: readonly string[]): string {
  const [han, latin] = [unsaid.filter(isHan), unsaid.filter((word) => !isHan(word))]
  const words = [
    ...(han.length > 0 ? [han.join('|')] : []),
    ...(latin.length > 0 ? [`(?<![a-z\\d_-])(?:${latin.join('|')})(?![a-z\\d_-])`] : []),
  ]
  return words.length === 0 ? query : query.replace(new RegExp(words.join('|'), 'gu'), ' ')
}

/** Whether a term is of 汉字. */
export function isHan(term: string): boolean {
  return HAN.test(term)
}

/** As texts are compared. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function runsOf(text: string): readonly string[] {
  const runs = plain(text).match(RUN) ?? []
  return runs
    .flatMap((run) => run.match(SCRIPT) ?? [])
    .map((run) => run.replace(LOOSE, ''))
    .filter((run) => run !== '')
}

/** A character that stands alone is its own pair. */
function pairsOf(run: string): readonly string[] {
  const marks = [...run]
  return marks.length === 1 ? marks : marks.slice(1).map((mark, index) => `${marks[index]}${mark}`)
}

function lastOf(run: string): string {
  return [...run].at(-1) ?? ''
}

function partsOf(run: string): readonly string[] {
  return JOINT.test(run) && !NUMBER.test(run) ? [run, ...run.split(JOINT)] : [run]
}
