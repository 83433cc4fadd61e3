/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { castOf } from '@/components/demo/cast'
import { atRest, picturesOf } from '@/components/demo/player/player-state'
import '@/components/demo/kinds/all'
import { StageDrawing } from '@/components/demo/stage/stage'
import { momentSentence } from '@/components/demo/telling/storyboard'
import { headlineSentence } from '@/components/demo/telling/verdict-line'
import { hasWrites, plotOf } from '@/components/demo/timeline/plot'
import { Timeline } from '@/components/demo/timeline/timeline'
import type { ScenarioName } from '@/content/scenarios'
import { aboutOf } from '@/lib/content/about'
import { namedFilm } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { momentAt } from '@/lib/reading/story/moment'
import { plain } from '@/lib/words/phrase'
import { words } from '@/lib/words/words'

const WIDTH = 960
/** Room for the names of the lanes. */
const GUTTER = 76
const MARGIN = 20
const LINE = 24
const TOP = 44

interface Props {
  readonly name: ScenarioName
  readonly locale: Locale
}

/**
 * The figure of a named scenario as it is built into its page, in one drawing: verdict, timeline, stage at the decisive
 * instant in both layouts, moments. Both themes are this drawing: they differ in the colours of the style sheet alone. */
function Figure({ name, locale }: Props) {
  const film = namedFilm(name)
  const cast = castOf(words(locale).demo, film.run.scenario)
  const [picture] = picturesOf(atRest([film]))
  if (picture === undefined) throw new Error(`${name} has no picture`)
  const { lanes, strip, moments, layout } = picture
  const plot = plotOf(lanes, hasWrites(strip))
  const stageTop = TOP + plot.height + LINE
  const { wide, narrow } = layout
  const storyTop = stageTop + Math.max(wide.height, narrow.height) + LINE
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="picture"
      lang={locale}
      viewBox={`0 0 ${WIDTH} ${storyTop + moments.length * LINE}`}
    >
      <title>{aboutOf(name).title[locale]}</title>
      <text class="picture-verdict" x={MARGIN} y="28">
        {plain(headlineSentence(cast.words, picture.headline))}
      </text>
      <Part x={GUTTER} y={TOP} width={WIDTH - GUTTER - MARGIN} height={plot.height}>
        <Timeline
          cast={cast}
          id="figure"
          at={picture.at}
          lanes={lanes}
          strip={strip}
          finalTotals={picture.finalTotals}
          moments={moments}
          current={momentAt(moments, picture.at)}
        />
      </Part>
      <Part x={MARGIN} y={stageTop} width={wide.width} height={wide.height}>
        <StageDrawing cast={cast} picture={picture} name="wide" />
      </Part>
      <Part x={WIDTH - MARGIN - narrow.width} y={stageTop} width={narrow.width} height={narrow.height}>
        <StageDrawing cast={cast} picture={picture} name="narrow" />
      </Part>
      {moments.map((moment, index) => (
        <text key={moment.index} x={MARGIN} y={storyTop + index * LINE}>
          {`${moment.number} · ${cast.words.instant(moment.at)} · ${plain(momentSentence(cast.words, moment))}`}
        </text>
      ))}
    </svg>
  )
}

/** The place of a drawing that fills its page's width. */
function Part(place: { x: number; y: number; width: number; height: number; children: ComponentChildren }) {
  return <svg overflow="visible" {...place} />
}

/** The figure of a named scenario as the text of a file that stands for itself. */
export function pictureFile(name: ScenarioName, locale: Locale): string {
  const lines = svgLines(renderToString(<Figure name={name} locale={locale} />))
  return `${['<?xml-stylesheet href="pictures.css"?>', ...lines].join('\n')}\n`
}

const TOKEN = /<([\w-]+)[^<>]*>[^<>]+<\/\1>|<[^<>]+>|[^<>]+/g
const WIDEST = 130

/**
 * Markup for readers of differences: an element a line, what it holds indented, a text in the line of its element. Where that is too
 * wide, an attribute a line. Throws on what is not balanced, and on text beside elements.
 */
export function svgLines(markup: string): readonly string[] {
  const lines: string[] = []
  const open: string[] = []
  const add = (token: string): void => {
    const margin = '  '.repeat(open.length)
    const wide = margin.length + token.length > WIDEST && !token.includes('</')
    lines.push(margin + (wide ? token.replaceAll(/ (?=[\w-]+=")/g, `\n${margin}  `) : token))
  }
  for (const [token] of markup.replaceAll(/<([\w-]+)([^<>]*)><\/\1>/g, '<$1$2/>').matchAll(TOKEN)) {
    const [, slash, name = ''] = /^<(\/?)([\w-]+)/.exec(token) ?? []
    if (name === '') throw new Error(`a text beside elements: "${token}"`)
    if (slash === '/') {
      const opened = open.pop()
      if (opened !== name) throw new Error(`<${opened}> ends as ${token}`)
    }
    add(token)
    if (slash === '' && !token.includes('</') && !token.endsWith('/>')) open.push(name)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> has no end`)
  return lines
}
