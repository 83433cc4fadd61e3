import { FIGURE_KINDS, type FigureKey, type FigureKind, type Figures, figures } from '@/lib/reading/figures/figures'
import { type Film, filmOf } from '@/lib/reading/film/film'
import '@/lib/reading/kinds/all'
import type { Moment, MomentCode } from '@/lib/reading/story/moment'
import { runWithWire } from '@/lib/sim/run'
import { type ScenarioFile, type Variant, variantOf } from './variant'

/** A figure that prose can quote. */
export interface Figure {
  readonly run: Run
  readonly key: FigureKey
  readonly kind: FigureKind
  /** Times and spans in milliseconds; null where nothing of the kind happens in the run. */
  readonly value: number | null
}

/** Every figure of a run, by its key: `cut.lost`. */
type Quotable = { readonly [Key in FigureKey]: Figure }

/** A scenario that was run, and what can be told and drawn of it; each part is made when it is first looked at. */
export interface Run extends Variant, Quotable {
  readonly film: Film
  readonly figures: Figures
  /** The first moment of a kind; null where none occurs. */
  moment(code: MomentCode): Moment | null
}

/** More runs than an article, or all of them, show: who edits a scenario a hundred times does not keep a hundred films. */
const MOST_KEPT = 64

const kept = new Map<string, Run>()

/**
 * Runs a scenario: the import of a file of `content/scenarios`, or a variant of one. Pure; the same scenario gives the same run, which is
 * made once a process: for what is built and tested, not for a page that is alive.
 *
 * @throws {ScenarioError} it can't be run
 */
export function run(of: ScenarioFile | Variant): Run {
  const variant = variantOf(of)
  const key = JSON.stringify(variant)
  const known = kept.get(key)
  if (known !== undefined) return known
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  const made = runOf(variant)
  kept.set(key, made)
  return made
}

function runOf({ scenario, edits }: Variant): Run {
  let film: Film | null = null
  let known: Figures | null = null
  const run: Run = {
    scenario,
    edits,
    get film() {
      film ??= filmOf(runWithWire(scenario))
      return film
    },
    get figures() {
      known ??= figures(run.film.run, run.film.verdict)
      return known
    },
    moment: (code) => run.film.found.find((moment) => moment.code === code) ?? null,
    ...quotable((key) => ({
      key,
      kind: FIGURE_KINDS[key],
      get run() {
        return run
      },
      get value() {
        return run.figures[key]
      },
    })),
  }
  return run
}

function quotable(figure: (key: FigureKey) => Figure): Quotable {
  return Object.fromEntries((Object.keys(FIGURE_KINDS) as FigureKey[]).map((key) => [key, figure(key)])) as Quotable
}

/** Where a run differs from every named scenario, what it is called instead: the one it was made from, and the edits. */
export function addressOf({ scenario, edits }: Variant): string {
  const parts = edits.map(({ name, value }) => `${name}-${String(value).replace(/[^\w.-]+/g, '_')}`)
  return [scenario.name, ...parts].join('~')
}
