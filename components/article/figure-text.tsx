import type { FigureKind } from '@/lib/reading/figures/figures'
import type { InLocale } from './bound'
import { printFigure } from './print-figure'

interface Props extends InLocale {
  readonly value: number
  readonly kind: FigureKind
}

/** A figure of a run among words: it stays in one piece. */
export function FigureText({ value, kind, locale }: Props) {
  return (
    <span className="whitespace-nowrap tabular-nums" data-figure="">
      {printFigure(value, kind, locale)}
    </span>
  )
}
