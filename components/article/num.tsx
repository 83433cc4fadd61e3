import { isScenarioName, namedFigures } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { FIGURE_KINDS, type FigureKey } from '@/lib/reading/figures/figures'
import { printFigure } from './print-figure'

/**
 * A figure of the run of a named scenario, computed while the page is built. Fails the build where there is no such scenario
 * or figure, or the run has none: a sentence must not lose its number in silence.
 */
export function Num({ run, of, locale }: { run: string; of: string; locale: Locale }) {
  if (!isScenarioName(run)) throw new Error(`<Num run="${run}">: no such scenario`)
  if (!isFigureKey(of)) throw new Error(`<Num of="${of}">: no such figure`)
  const value = namedFigures(run)[of]
  if (value === null) throw new Error(`<Num run="${run}" of="${of}">: nothing of the kind happens in this run`)
  return (
    <span className="num" data-run={run} data-of={of}>
      {printFigure(value, FIGURE_KINDS[of], locale)}
    </span>
  )
}

function isFigureKey(text: string): text is FigureKey {
  return Object.hasOwn(FIGURE_KINDS, text)
}
