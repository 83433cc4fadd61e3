import { type ConfFile, type ConfLine, confHost, confLines } from '@/lib/conf/write'
import { type Answers, everyAnswer, type Question } from './answers'
import { APPENDFSYNC, type Decision, REDIS_DECISIONS, SENTINEL_DECISIONS } from './decisions'
import { faultScenario } from './faults'

/** A line of a file, and the answers with which it stands there; one without stands there always. */
export interface GuideLine {
  readonly line: ConfLine
  readonly when: Partial<Answers>
}

/** A directive with the comment before it. */
interface Paragraph {
  readonly name: string
  readonly lines: readonly ConfLine[]
}

/** The file that the answers come to. */
export function guideFile(answers: Answers, file: ConfFile): readonly ConfLine[] {
  return paragraphsOf(answers, file).flatMap(({ lines }) => lines)
}

/**
 * The file that all answers come to, in one: each directive with every value that it may have. Those whose answers are given make the
 * file of these answers.
 */
export function guideLines(file: ConfFile): readonly GuideLine[] {
  const files = everyAnswer().map((answers) => paragraphsOf(answers, file))
  // Each directive behind those that stand before it in any file.
  const places = new Map<string, number>()
  for (const paragraphs of files) {
    for (const [place, { name }] of paragraphs.entries()) places.set(name, Math.max(place, places.get(name) ?? 0))
  }
  const names = [...places].toSorted(([, a], [, b]) => a - b).map(([name]) => name)
  return names.flatMap((name) => linesOf(name, file))
}

function linesOf(name: string, file: ConfFile): readonly GuideLine[] {
  const by = questionsOf(name)
  const found = everyAnswer(by).map((answers) => ({
    when: picked(answers, by),
    lines: paragraphsOf(answers, file).find((paragraph) => paragraph.name === name)?.lines ?? [],
  }))
  const always = found.every(({ lines }) => lines.length > 0)
  const comments = found[0]?.lines.filter(({ kind }) => kind === 'comment') ?? []
  if (!always) return found.flatMap(({ when, lines }) => lines.map((line) => ({ line, when })))
  const values = found.flatMap(({ when, lines }) =>
    lines.filter(({ kind }) => kind === 'directive').map((line) => ({ line, when })),
  )
  return [...comments.map((line) => ({ line, when: {} })), ...values]
}

/** Which decide a directive; none where it is the same whatever is answered. */
function questionsOf(name: string): readonly Question[] {
  const decisions: Readonly<Record<string, Pick<Decision<unknown>, 'by'>>> = {
    ...REDIS_DECISIONS,
    ...SENTINEL_DECISIONS,
    appendfsync: APPENDFSYNC,
  }
  return decisions[name]?.by ?? []
}

function picked(answers: Answers, questions: readonly Question[]): Partial<Answers> {
  return Object.fromEntries(questions.map((question) => [question, answers[question]]))
}

function paragraphsOf(answers: Answers, file: ConfFile): readonly Paragraph[] {
  const scenario = faultScenario(answers, 'cut-off')
  const found: { name: string; lines: ConfLine[] }[] = []
  let lines: ConfLine[] = []
  for (const line of [
    ...confLines(scenario, confHost(scenario, file), file),
    ...(file === 'redis.conf' ? fsyncLines(answers) : []),
  ]) {
    lines.push(line)
    if (line.kind === 'comment') continue
    found.push({ name: line.name === 'sentinel' ? (line.args[0] ?? '') : line.name, lines })
    lines = []
  }
  return found
}

function fsyncLines(answers: Answers): readonly ConfLine[] {
  const value = APPENDFSYNC.value(answers)
  if (value === null) return []
  return [
    { kind: 'comment', code: 'appendfsync' },
    { kind: 'directive', name: 'appendfsync', args: [value], setting: null },
  ]
}
