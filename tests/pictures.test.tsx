/** @jsxImportSource preact */
// The golden pictures: the figure of each named scenario in each language, as its page holds it without scripts. `npm test -- -u`
// rewrites them after a change of what is drawn; the difference is then part of the change, and is read (CONTRIBUTING says how).
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { castOf } from '@/components/demo/cast'
import { StageDrawing } from '@/components/demo/stage/stage'
import { Timeline } from '@/components/demo/timeline/timeline'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { LOCALES, type Locale } from '@/lib/locale'
import { pictureAt } from '@/lib/reading/film/film'
import { words } from '@/lib/words/words'
import { pictureFile, svgLines } from './picture'

const folder = join(import.meta.dirname, 'pictures')
const names = Object.keys(scenarioFiles) as readonly ScenarioName[]
const cases = names.flatMap((name) => LOCALES.map((locale): [ScenarioName, Locale] => [name, locale]))

/** Attributes with more decimals than a drawing has a use for: sums of floating-point numbers that nobody rounded. */
function noise(svg: string): readonly string[] {
  return [...svg.matchAll(/[\w-]+="[^"]*(?:\d\.\d{4}|\de-\d|NaN|Infinity)[^"]*"/g)].map(([attribute]) => attribute)
}

describe('the golden pictures', () => {
  it.each(cases)('%s in %s', async (name, locale) => {
    const picture = pictureFile(name, locale)
    await expect(picture).toMatchFileSnapshot(join(folder, `${name}.${locale}.svg`))
    expect(noise(picture)).toEqual([])
    const ids = [...picture.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...picture.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([])
  })

  it('are of no scenario that has gone', () => {
    const expected = new Set(cases.map(([name, locale]) => `${name}.${locale}.svg`))
    expect(readdirSync(folder).filter((file) => file.endsWith('.svg') && !expected.has(file))).toEqual([])
  })
})

describe('what is drawn', () => {
  it.each(names)('of %s is in round numbers wherever the cursor stands', (name) => {
    const film = namedFilm(name)
    const cast = castOf(words('en').demo, namedScenario(name))
    for (let step = 0; step <= 40; step++) {
      const at = Math.round((film.lanes.end * step) / 40)
      const picture = pictureAt(film, at, { shownFor: 350_000, known: step % 2 === 0, followed: null })
      const drawn = renderToString(
        <>
          <StageDrawing cast={cast} picture={picture} name="wide" />
          <StageDrawing cast={cast} picture={picture} name="narrow" />
          <Timeline cast={cast} id="figure" {...picture} current={0} />
        </>,
      )
      expect(noise(drawn), `at ${at}`).toEqual([])
    }
  })

  it('would be told from noise', () => {
    expect(noise('<rect x="127.02000000000001" y="12.5"/>')).toEqual(['x="127.02000000000001"'])
  })
})

describe('a picture as lines', () => {
  it('has an element in each, indented by what holds it', () => {
    expect(svgLines('<svg><g><rect x="1"></rect><text>r1 &amp; r2</text></g></svg>')).toEqual([
      '<svg>',
      '  <g>',
      '    <rect x="1"/>',
      '    <text>r1 &amp; r2</text>',
      '  </g>',
      '</svg>',
    ])
  })

  it.each(['<g><path></g>', '<g>', '<g>a<path/></g>'])('is refused for %s', (markup) => {
    expect(() => svgLines(markup)).toThrow()
  })
})
