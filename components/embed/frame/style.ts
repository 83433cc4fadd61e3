import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = process.cwd()
const FIGURES = ['components/demo/stage/stage.css', 'components/demo/timeline/timeline.css']

export type Theme = 'light' | 'dark'

/** What each token of colour is in a theme; and fonts that whoever looks at a picture is likely to have. */
function valuesIn(theme: Theme): ReadonlyMap<string, string> {
  const css = readFileSync(join(ROOT, 'app', 'tokens.css'), 'utf8')
  const colours = [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark] as const,
  )
  return new Map([...colours, ['font-text', FONT], ['font-code', 'monospace']])
}

const FONT =
  '"Inter", "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

const MIX = /color-mix\(in oklab, (#\w{6}) (\d+)%, (#\w{6})\)/g

/** Half-way colours, for programs that mix none: near enough where both are pale. */
function mixed(first: string, share: number, second: string): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mix = (at: number) => Math.round((channel(first, at) * share + channel(second, at) * (100 - share)) / 100)
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`
}

interface Rule {
  readonly selectors: readonly string[]
  readonly declarations: readonly string[]
}

/** The rules of the figures that hold whatever is around them. */
function rules(): readonly Rule[] {
  return FIGURES.flatMap((file) => {
    const css = readFileSync(join(ROOT, file), 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .replaceAll(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
      selectors: plainSelectors(selector.trim()),
      declarations: body
        .split(';')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }))
  })
}

/** A selector without `:is()`, which few but browsers know. */
function plainSelectors(selector: string): readonly string[] {
  const found = /:is\(([^()]*)\)/.exec(selector)
  if (found === null) return selector.split(/,\s*(?![^[]*\])/).map((one) => one.trim())
  const [whole, choices = ''] = found
  return choices.split(',').flatMap((choice) => plainSelectors(selector.replace(whole, () => choice.trim())))
}

/**
 * The style sheet of a drawing that stands alone: every colour resolved, in the theme of whoever looks at it where they have told one. `used`:
 * its markup. Of a single theme where one is given.
 */
export function drawingStyle(used: string, theme?: Theme): string {
  const names = new Set([...used.matchAll(/class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(' ')))
  const counts = (selector: string) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => names.has(name))
  const known = rules()
    .map(({ selectors, declarations }) => ({ selectors: selectors.filter(counts), declarations }))
    .filter(({ selectors }) => selectors.length > 0 && !selectors.join().includes('data-mark'))
  const all = [...OWN, ...known]
  if (theme !== undefined) return sheet(all, theme)
  const coloured = all
    .map(({ selectors, declarations }) => ({ selectors, declarations: declarations.filter((line) => COLOURED.test(line)) }))
    .filter(({ declarations }) => declarations.length > 0)
  return `${sheet(all, 'light')}@media(prefers-color-scheme:dark){${sheet(coloured, 'dark')}}`
}

/** What is around the stage, and how the whole is set. */
const OWN: readonly Rule[] = [
  { selectors: ['svg'], declarations: ['font-family: var(--font-text)'] },
  { selectors: ['[data-fill="panel"]'], declarations: ['fill: var(--panel)'] },
  ...['ink', 'soft', 'lost', 'safe'].map((token) => ({
    selectors: [`[data-fill="${token}"]`],
    declarations: [`fill: var(--${token})`],
  })),
]

/** What a theme changes: with it what takes a colour away again. */
const COLOURED = /^(fill|stroke):/

function sheet(all: readonly Rule[], theme: Theme): string {
  const values = valuesIn(theme)
  const resolved = (line: string) =>
    line
      .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => values.get(name) ?? 'currentColor')
      .replaceAll(MIX, (_, first: string, share: string, second: string) => mixed(first, Number(share), second))
  return all.map(({ selectors, declarations }) => `${selectors.join(',')}{${declarations.map(resolved).join(';')}}`).join('')
}
