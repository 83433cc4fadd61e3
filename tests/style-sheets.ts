import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface Rule {
  /** The conditions around it, outermost first. */
  readonly within: readonly string[]
  readonly selector: string
  readonly declarations: readonly string[]
}

/** The style sheets of the pages, by their path in the project. */
export function styleSheets(): readonly string[] {
  return ['app', 'components'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => join(room, file)),
  )
}

export function rulesOf(sheet: string): readonly Rule[] {
  return rulesIn(readFileSync(join(root, sheet), 'utf8'))
}

/** The rules of a style sheet in plain CSS: no rule within another. */
export function rulesIn(css: string): readonly Rule[] {
  const rules: Rule[] = []
  const open: { readonly prelude: string; readonly declarations: string[] }[] = []
  const pieces = css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/((?:"[^"]*"|[^{};"])*)([{};])/g)
  for (const [, before = '', mark] of pieces) {
    const text = before.trim().replaceAll(/\s+/g, ' ')
    if (mark === '{') open.push({ prelude: text, declarations: [] })
    else if (text !== '') open.at(-1)?.declarations.push(text)
    if (mark !== '}') continue
    const closed = open.pop()
    if (closed === undefined || closed.prelude.startsWith('@')) continue
    const { prelude, declarations } = closed
    rules.push({ within: open.map((around) => around.prelude), selector: prelude, declarations })
  }
  return rules
}

/** The classes that a selector names. */
export function classesIn(selector: string): readonly string[] {
  return [...selector.replaceAll(/\[[^\]]*\]/g, '').matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)
}

/** All that is said of a class, without its name: the same text for two classes means the same look under two names. */
export function looksOf(name: string, rules: readonly Rule[]): string {
  const itself = new RegExp(`\\.${name}(?![\\w-])`, 'g')
  return rules
    .flatMap(({ within, selector, declarations }) =>
      selector
        .split(/,(?![^(]*\))/)
        .filter((one) => classesIn(one).includes(name))
        .map((one) => [...within, one.trim().replaceAll(itself, '.&'), ...[...declarations].sort()].join(' | ')),
    )
    .sort()
    .join('\n')
}
