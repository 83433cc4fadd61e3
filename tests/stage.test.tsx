/** @jsxImportSource preact */
// What stands on the stage, wherever the cursor is: nothing lies on anything else, no line crosses a card or a word, and no word is too
// small or leaves its place. Of the named scenarios, and of those of the lab.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { castOf } from '@/components/demo/cast'
import { widthOf } from '@/components/demo/stage/label'
import '@/components/demo/kinds/all'
import { StageDrawing } from '@/components/demo/stage/stage'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { LOCALES } from '@/lib/locale'
import { type Film, filmOf, pictureAt } from '@/lib/reading/film/film'
import type { Box, Point } from '@/lib/reading/film/stage-plan'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { words } from '@/lib/words/words'

const css = readFileSync(join(import.meta.dirname, '../components/demo/stage/stage.css'), 'utf8')
const sizeOf = (name: string): number | null => {
  const [, size] = new RegExp(`\\.${name} \\{[^}]*font-size: ([\\d.]+)px`).exec(css) ?? []
  return size === undefined ? null : Number(size)
}
/** Of JetBrains Mono, all of whose marks are equally wide. */
const MONO = 0.6
const MONOSPACED = ['stage-command', 'stage-key']
const INSTANTS = 14

interface Words extends Box {
  readonly text: string
  readonly size: number
  /** It stands on a ground of its own, over whatever passes under it. */
  readonly opaque: boolean
}

interface Drawing {
  readonly width: number
  readonly height: number
  readonly words: readonly Words[]
  readonly cards: readonly Box[]
  /** Stretches of lines, and of walls. */
  readonly lines: readonly (readonly [Point, Point])[]
}

const SHIFT = /translate\(([-\d.]+) ([-\d.]+)\)/
const TURNED = /rotate\(/

/** Reads a drawing back from its markup. */
function read(svg: string): Drawing {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const groups: { x: number; y: number; turned: boolean; signal: boolean }[] = [{ x: 0, y: 0, turned: false, signal: false }]
  const found: { words: Words[]; cards: Box[]; lines: [Point, Point][] } = { words: [], cards: [], lines: [] }
  for (const [, slash, name, attributes = '', text] of svg.matchAll(/<(\/?)(\w+)((?: [\w-]+="[^"]*")*)\/?>([^<]*)/g)) {
    const at = (key: string): string => new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const here = groups.at(-1)
    if (here === undefined) break
    if (name === 'g' && slash) groups.pop()
    else if (name === 'g') {
      const [, x = 0, y = 0] = SHIFT.exec(at('transform')) ?? []
      const turned = here.turned || TURNED.test(at('transform'))
      groups.push({ x: here.x + Number(x), y: here.y + Number(y), turned, signal: here.signal || at('class') === 'stage-signal' })
    } else if (name === 'text' && !slash) found.words.push(wordsOf(at, here, (text ?? '').replaceAll('&amp;', '&')))
    else if (name === 'rect' && at('class') === 'stage-node') {
      found.cards.push({ x: Number(at('x')), y: Number(at('y')), width: Number(at('width')), height: Number(at('height')) })
    } else if (name === 'circle' && at('class') === 'stage-node') {
      const radius = Number(at('r'))
      found.cards.push({ x: Number(at('cx')) - radius, y: Number(at('cy')) - radius, width: 2 * radius, height: 2 * radius })
    } else if (name === 'path' && /^stage-(line|thread|wall)$/.test(at('class')) && !here.turned)
      found.lines.push(...stretches(at('d')))
  }
  return { width: Number(width), height: Number(height), ...found }
}

function wordsOf(at: (key: string) => string, here: { x: number; y: number; signal: boolean }, text: string): Words {
  const classes = at('class').split(' ')
  const own = classes.map(sizeOf).filter((size) => size !== null)
  const size = own.at(-1) ?? sizeOf('stage') ?? 0
  const width = classes.some((name) => MONOSPACED.includes(name)) ? MONO * size * text.length : widthOf(text, size)
  const anchor = at('text-anchor')
  const left = here.x + Number(at('x')) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
  return { text, size, opaque: here.signal, x: left, y: here.y + Number(at('y')) - 0.74 * size, width, height: 0.92 * size }
}

function stretches(d: string): [Point, Point][] {
  const points = [...d.matchAll(/([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
  return points.flatMap((to, index) => {
    const from = points[index - 1]
    return from ? [[from, to]] : []
  })
}

const overlap = (a: Box, b: Box, by: number): boolean =>
  a.x + by < b.x + b.width && b.x + by < a.x + a.width && a.y + by < b.y + b.height && b.y + by < a.y + a.height
const boxOf = ([a, b]: readonly [Point, Point]): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** What is wrong with a drawing. */
function faults({ width, height, words: all, cards, lines }: Drawing): readonly string[] {
  const spoken = all.filter(({ opaque }) => !opaque)
  return [
    ...all.filter(({ text }) => text === '').map(({ x, y }) => `no words fit at ${Math.round(x)} ${Math.round(y)}`),
    ...all.filter(({ size }) => size < 12).map(({ text }) => `"${text}" is small`),
    ...all
      .filter((one) => one.x < 0 || one.y < 0 || one.x + one.width > width || one.y + one.height > height)
      .map(({ text }) => `"${text}" leaves the stage`),
    ...all.flatMap((one, index) =>
      all.slice(index + 1).flatMap((other) => (overlap(one, other, 0.5) ? [`"${one.text}" lies on "${other.text}"`] : [])),
    ),
    ...cards.flatMap((card) =>
      all
        .filter((one) => overlap(one, card, 0.5) && (one.x < card.x + 3 || one.x + one.width > card.x + card.width - 3))
        .map(({ text }) => `"${text}" leaves its card`),
    ),
    ...cards.flatMap((card, index) =>
      cards.slice(index + 1).some((other) => overlap(card, other, 0)) ? ['two cards overlap'] : [],
    ),
    ...lines.flatMap((line) => [
      ...spoken.filter((one) => overlap(one, boxOf(line), 0.5)).map(({ text }) => `a line crosses "${text}"`),
      ...cards.filter((card) => overlap(card, boxOf(line), 1)).map(() => `a line crosses a card at ${JSON.stringify(line)}`),
    ]),
  ]
}

function expectNoFaults(film: Film, instants: number): void {
  const first = film.verdict.writes.find(({ fate }) => fate === 'lost') ?? film.verdict.writes[0]
  const steps = Array.from({ length: instants + 1 }, (_, step) => Math.round((film.lanes.end * step) / instants))
  for (const at of [...steps, ...film.moments.map((moment) => moment.at), film.decisive]) {
    const picture = pictureAt(film, at, { shownFor: 350_000, known: true, followed: first?.write ?? null })
    for (const locale of LOCALES)
      for (const name of ['wide', 'narrow'] as const) {
        const svg = renderToString(
          <StageDrawing cast={castOf(words(locale).demo, film.run.scenario)} picture={picture} name={name} />,
        )
        expect(faults(read(svg)), `${locale}, ${name}, at ${at}`).toEqual([])
      }
  }
}

const LAB = join(import.meta.dirname, '../lab/scenarios')

describe('the stage', () => {
  it.each(Object.keys(scenarioFiles) as ScenarioName[])('of %s is in order at every instant', (name) => {
    expectNoFaults(namedFilm(name), INSTANTS)
  })

  it.each(readdirSync(LAB))('of the lab’s %s is in order at every instant', (file) => {
    const scenario = parseScenario(JSON.parse(readFileSync(join(LAB, file), 'utf8')))
    expectNoFaults(filmOf(runWithWire(scenario)), 5)
  })

  it('would be told to be out of order', () => {
    const card = '<rect class="stage-node" x="0" y="0" width="60" height="40"/>'
    const svg = (inner: string): string => `<svg viewBox="0 0 100 100">${inner}</svg>`
    const wordy = '<text class="stage-label" x="5" y="20">r1</text>'
    expect(faults(read(svg(card + wordy)))).toEqual([])
    expect(faults(read(svg(`${card}<text class="stage-label" x="5" y="20">far too long</text>`)))).toHaveLength(1)
    expect(faults(read(svg('<text class="stage-label" x="5" y="20"/>')))).toHaveLength(1)
    expect(faults(read(svg(`${wordy}<path class="stage-line" d="M0 15L90 15"/>`)))).toEqual(['a line crosses "r1"'])
    expect(faults(read(svg(`${card}<path class="stage-line" d="M30 90L30 20"/>`)))).toHaveLength(1)
    expect(faults(read(svg(`${wordy}<g transform="translate(3 2)">${wordy}</g>`)))).toEqual(['"r1" lies on "r1"'])
  })
})
