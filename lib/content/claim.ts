import type { ScenarioName } from '@/content/scenarios'
import { FIGURE_KINDS, type FigureKey, type Figures } from '@/lib/reading/figures/figures'
import type { Field } from '@/lib/sim/scenario/field'
import { isScenarioName } from './scenarios'

const RELATIONS = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
} as const satisfies Readonly<Record<string, (a: number, b: number) => boolean>>

type Relation = keyof typeof RELATIONS

/** A figure, of another scenario where one is named. */
interface FigureOf {
  readonly key: FigureKey
  readonly scenario: ScenarioName | null
}

/** A number, or so many times a figure. */
interface Term {
  readonly times: number
  readonly figure: FigureOf | null
}

/** What the run of a scenario has to show. */
export interface Claim {
  readonly text: string
  readonly figure: FigureKey
  /** `none`: nothing of the kind happens; `some`: something does. */
  readonly is: 'none' | 'some' | { readonly relation: Relation; readonly than: readonly Term[] }
}

const EXPECTED =
  'a comparison of figures, such as "lost < split-brain.lost", "lastLostSentAt >= serverKilledAt - 100" or "lost = none"'

/**
 * Reads a comparison: a figure, `=`, `<`, `<=`, `>` or `>=`, and a sum of numbers and figures, each perhaps a number of times:
 * `discarded = 2 * lost`. Times are milliseconds. What may not happen at all is `= none` or `= some`.
 *
 * @throws {ScenarioError}
 */
export function readClaim(field: Field): Claim {
  const text = field.text(EXPECTED)
  const [left = '', relation = '', ...right] = text.split(' ')
  if (!isFigure(left) || !isRelation(relation)) return field.expect(EXPECTED)
  const [only, ...others] = right
  if (relation === '=' && (only === 'none' || only === 'some') && others.length === 0) return { text, figure: left, is: only }
  const than = sumOf(right)
  return than === null ? field.expect(EXPECTED) : { text, figure: left, is: { relation, than } }
}

/** `2 * lost + 100`, in words; null where they are no sum. */
function sumOf(words: readonly string[]): readonly Term[] | null {
  const terms: Term[] = []
  let sign = 1
  for (let at = 0; at < words.length; at += 1) {
    const factor = words[at + 1] === '*' ? numberOf(words[at]) : 1
    if (words[at + 1] === '*') at += 2
    const number = numberOf(words[at])
    const figure = number === null ? figureOf(words[at]) : null
    if (factor === null || (number === null && figure === null)) return null
    terms.push({ times: sign * factor * (number ?? 1), figure })
    at += 1
    if (at === words.length) return terms
    if (words[at] !== '+' && words[at] !== '-') return null
    sign = words[at] === '-' ? -1 : 1
  }
  return null
}

function numberOf(word: string | undefined): number | null {
  return word !== undefined && /^\d+(\.\d+)?$/.test(word) ? Number(word) : null
}

function figureOf(word: string | undefined): FigureOf | null {
  const [, scenario = null, key = ''] = /^(?:([\w-]+)\.)?(\w+)$/.exec(word ?? '') ?? []
  if (!isFigure(key) || (scenario !== null && !isScenarioName(scenario))) return null
  return { key, scenario }
}

function isFigure(word: string): word is FigureKey {
  return Object.hasOwn(FIGURE_KINDS, word)
}

function isRelation(word: string): word is Relation {
  return Object.hasOwn(RELATIONS, word)
}

/**
 * Whether a run shows what it has to: null, or the figures that say otherwise. A figure that there is not compares with nothing.
 * `others` finds the figures of the scenarios that are named.
 */
export function refutation(claim: Claim, own: Figures, others: (name: ScenarioName) => Figures): string | null {
  const value = own[claim.figure]
  const found = (holds: boolean, than: string): string | null => (holds ? null : `${claim.text}: ${value} against ${than}`)
  if (claim.is === 'none') return found(value === null, 'none')
  if (claim.is === 'some') return found(value !== null, 'some')
  const terms = claim.is.than.map(({ times, figure }) => {
    if (figure === null) return times
    const factor = (figure.scenario === null ? own : others(figure.scenario))[figure.key]
    return factor === null ? Number.NaN : times * factor
  })
  const than = terms.reduce((sum, term) => sum + term)
  return found(value !== null && RELATIONS[claim.is.relation](value, than), String(than))
}
