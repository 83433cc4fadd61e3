import { figureSpot } from '@/lib/content/spot'
import type { Figure } from '@/lib/run'
import type { InArticle } from './bound'
import { FigureText } from './figure-text'

export interface NumProps {
  readonly of: Figure
}

/**
 * A figure of a run, computed while the page is built. Fails the build where nothing of the kind happens in the run: a sentence must not
 * lose its number in silence.
 */
export function Num({ of, locale, demos }: NumProps & InArticle) {
  const { run, key, kind, value } = of
  if (value === null) throw new Error(`<Num>: "${key}" does not occur in this run of ${run.scenario.name}`)
  return <FigureText value={value} kind={kind} spot={figureSpot(demos, of)} locale={locale} />
}
