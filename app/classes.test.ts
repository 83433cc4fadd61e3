// Looks are told in Tailwind's utilities; this holds what may still be told in style sheets of our own, and how.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile } from 'tailwindcss'
import { describe, expect, test } from 'vitest'
import config from '@/tailwind.config'
import { classNamesIn } from '@/tests/class-names'
import { classesIn, looksOf, rulesOf, styleSheets } from '@/tests/style-sheets'

/** What they say is of elements in SVG figures: states that no utility can tell. */
const OF_FIGURES: readonly string[] = ['components/demo/stage/stage.css', 'components/demo/timeline/timeline.css']

/** Classes of our own elsewhere, each with what utilities can't say of it. */
const OURS: Readonly<Record<string, string>> = {}

const root = join(import.meta.dirname, '..')
const sources = ['app', 'components', 'content'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mdx|tsx?)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: join(room, file), text: readFileSync(join(root, room, file), 'utf8') })),
)
const sheets = styleSheets()
const rules = sheets.flatMap(rulesOf)
const defined = (sheets: readonly string[]): ReadonlySet<string> =>
  new Set(sheets.flatMap(rulesOf).flatMap(({ selector }) => classesIn(selector)))

describe('the classes of our own', () => {
  test('outside of the figures are these', () => {
    expect([...defined(sheets.filter((sheet) => !OF_FIGURES.includes(sheet)))].sort()).toEqual(Object.keys(OURS).sort())
  })

  test('are used, every one, under its whole name', () => {
    const unused = [...defined(sheets)].filter((name) => {
      const whole = new RegExp(`(?<![\\w-])${name}(?![\\w-])`)
      return !sources.some(({ text }) => whole.test(text))
    })
    expect(unused).toEqual([])
  })

  test('look different, each from every other', () => {
    const named = [...defined(sheets)].map((name) => ({ name, looks: looksOf(name, rules) }))
    const twice = named.filter(({ name, looks }) => named.some((other) => other.name !== name && other.looks === looks))
    expect(twice).toEqual([])
  })

  test('stand in style sheets that are there', () => {
    expect(OF_FIGURES.filter((sheet) => !sheets.includes(sheet))).toEqual([])
  })
})

describe('the markup', () => {
  test('has no class that neither Tailwind nor we know', async () => {
    const own = defined(sheets)
    const inUse = new Set(sources.filter(({ file }) => !file.endsWith('.mdx')).flatMap(({ text }) => classNamesIn(text)))
    const isUtility = await utilities()
    expect(inUse.size).toBeGreaterThan(100)
    const unknown = [...inUse].filter((name) => !own.has(name) && !isUtility(name))
    expect(unknown.sort()).toEqual([])
  })

  test('of articles has no class', () => {
    expect(sources.filter(({ file, text }) => file.endsWith('.mdx') && /\bclass(Name)?=/.test(text))).toEqual([])
  })
})

/** Whether Tailwind makes something of a name, with the theme and the variants of the site. */
async function utilities(): Promise<(name: string) => boolean> {
  const app = join(root, 'app')
  const { build } = await compile(readFileSync(join(app, 'globals.css'), 'utf8'), {
    base: app,
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? join(root, 'node_modules/tailwindcss/index.css') : join(base, id)
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
    },
    loadModule: async (id, base) => ({ path: join(base, id), base, module: config }),
  })
  let built = build([])
  return (name) => {
    const before = built
    built = build([name])
    return built !== before || /^(group|peer)(\/|$)/.test(name)
  }
}
