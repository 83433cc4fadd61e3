import type { Figure } from '@/lib/run'
import type { InLocale } from './bound'
import { FigureText } from './figure-text'

export interface NumProps {
  readonly of: Figure
}

/**
 * A figure of a run, computed while the page is built. Fails the build where nothing of the kind happens in the run: a sentence must not
 * lose its number in silence.
 */
export function Num({ of, locale }: NumProps & InLocale) {
  const { run, key, kind, value } = of
  if (value === null) throw new Error(`<Num>: "${key}" does not occur in this run of ${run.scenario.name}`)
  return <FigureText value={value} kind={kind} locale={locale} />
}
