import type { Spot } from '@/lib/content/spot'
import type { FigureKind } from '@/lib/reading/figures/figures'
import type { InLocale } from './bound'
import { Chip } from './chip'
import { printFigure } from './print-figure'

interface Props extends InLocale {
  readonly value: number
  readonly kind: FigureKind
  /** Where a demo of the page shows it. */
  readonly spot: Spot | null
}

/** A figure of a run among words: it stays in one piece. An instant that the page shows leads there. */
export function FigureText({ value, kind, spot, locale }: Props) {
  const printed = printFigure(value, kind, locale)
  const figure = (
    <span className="whitespace-nowrap tabular-nums" data-figure="">
      {printed}
    </span>
  )
  if (spot === null) return figure
  return (
    <Chip spot={spot} time={printed} locale={locale}>
      {figure}
    </Chip>
  )
}
