/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string'
import { castOf } from '@/components/demo/cast'
import { atRest, picturesOf } from '@/components/demo/player/player-state'
import { StageDrawing } from '@/components/demo/stage/stage'
import { momentSentence } from '@/components/demo/telling/storyboard'
import { headlineSentence, MARKS } from '@/components/demo/telling/verdict-line'
import type { Locale } from '@/lib/locale'
import { momentAt } from '@/lib/reading/story/moment'
import type { Run } from '@/lib/run'
import { site } from '@/lib/site'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { drawingStyle, type Theme } from './style'
import { wrapped } from './wrap'

const PAD = 20
const VERDICT = 19
const TEXT = 14

interface Props {
  readonly locale: Locale
  readonly title: string
  readonly run: Run
  /** Absolute: where it is explained. */
  readonly address: string
  /** Both, as whoever looks at it has it, unless told. */
  readonly theme?: Theme
}

/** The decisive instant of a run as a picture that stands alone: how it ends, the stage, and what is happening there. */
export function frameSvg({ locale, title, run, address, theme }: Props): string {
  const cast = castOf(catalogue(locale).demo, run.scenario)
  const [picture] = picturesOf(atRest([run.film]))
  if (picture === undefined) throw new Error(`${title}: a picture of no run`)
  const { width: inner, height: stage } = picture.layout.wide
  const verdict = wrapped(plain(headlineSentence(cast.words, picture.headline)), inner - 24, VERDICT)
  const moment = picture.moments[momentAt(picture.moments, picture.at)]
  const told = moment && `${cast.words.instant(moment.at)}  ${plain(momentSentence(cast.words, moment))}`
  const caption = wrapped(told ?? cast.words.panels.before, inner, TEXT)
  const [mark, colour] = MARKS.of(picture.headline)
  const verdictTop = PAD + 34
  const stageTop = verdictTop + verdict.length * 25 + 4
  const captionTop = stageTop + stage + 30
  const footTop = captionTop + caption.length * 20 + 12
  const [width, height] = [inner + 2 * PAD, footTop + PAD - 4]
  const drawn = renderToString(
    <>
      <rect data-fill="panel" width={width} height={height} />
      <text data-fill="soft" x={PAD} y={PAD + 10} font-size="13">
        {title}
      </text>
      <text data-fill={colour.replace('text-', '')} x={PAD} y={verdictTop} font-size={VERDICT} font-weight="700">
        {mark}
      </text>
      <Lines lines={verdict} x={PAD + 24} y={verdictTop} size={VERDICT} leading={25} />
      <g transform={`translate(${PAD} ${stageTop})`}>
        <StageDrawing cast={cast} picture={picture} name="wide" />
      </g>
      <Lines lines={caption} x={PAD} y={captionTop} size={TEXT} leading={20} />
      <text data-fill="soft" x={PAD} y={footTop} font-size="12">
        {`${site.name} · ${address}`}
      </text>
    </>,
  )
    // HTML leaves out a value that is empty; XML does not.
    .replaceAll('<path d></path>', '')
    .replace('<svg class="stage"', `<svg class="stage" width="${inner}" height="${stage}"`)
  const label = [title, ...verdict].join(' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}" lang="${locale}"><style>${drawingStyle(drawn, theme)}</style>${drawn}</svg>`
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly size: number
  readonly leading: number
}

function Lines({ lines, x, y, size, leading }: LinesProps) {
  return lines.map((line, index) => (
    <text key={line} data-fill="ink" x={x} y={y + index * leading} font-size={size}>
      {line}
    </text>
  ))
}
