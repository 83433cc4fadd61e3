import type { Locale } from '@/lib/locale'
import type { FigureKind } from '@/lib/reading/figures/figures'
import { words } from '@/lib/words/words'

/** A figure as prose prints it: `2,887`, `12.5%`, `29.0 s`; a length under a second in milliseconds. Times are in milliseconds. */
export function printFigure(value: number, kind: FigureKind, locale: Locale): string {
  const { number, seconds, milliseconds } = words(locale).site
  switch (kind) {
    case 'count':
      return number(value)
    case 'percent':
      return `${value}%`
    case 'time':
      return seconds((value / 1000).toFixed(1))
    case 'span':
      return value < 1000 ? milliseconds(Math.round(value)) : seconds((value / 1000).toFixed(1))
  }
}
