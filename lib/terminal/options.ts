import { parseArgs } from 'node:util'
import { BadInput } from './failure.mjs'

/** The options of a command: whether each takes a value. */
export type Options = Readonly<Record<string, 'flag' | 'value'>>

/** What stands on a command line, taken apart. */
export interface CommandLine<T extends Options> {
  readonly subjects: readonly string[]
  /** The flags and values that were given; a flag's value is empty. */
  readonly given: { readonly [K in keyof T]?: string }
  /** `--help` or `-h` was given; nothing else matters then. */
  readonly help: boolean
}

/** Reads a command line. Options may stand anywhere and at most once. @throws {BadInput} */
export function readOptions<const T extends Options>(args: readonly string[], known: T, usage: string): CommandLine<T> {
  const types = Object.entries(known).map(([name, takes]) => [name, { type: takes === 'flag' ? 'boolean' : 'string' }] as const)
  const { tokens, values } = parseArgs({
    args: [...args],
    options: { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  })
  if (values.help !== undefined) return { subjects: [], given: {}, help: true }
  const subjects: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') subjects.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const takes = Object.hasOwn(known, name) ? known[name] : undefined
    if (takes === undefined) throw new BadInput(`unknown option ${JSON.stringify(rawName)}; usage: ${usage}`)
    if (given.has(name)) throw new BadInput(`${rawName}: given twice; usage: ${usage}`)
    if (takes === 'flag' && value !== undefined) throw new BadInput(`${rawName}: takes no value, got ${JSON.stringify(value)}`)
    if (takes === 'value' && value === undefined) throw new BadInput(`${rawName}: expected a value, got nothing; usage: ${usage}`)
    given.set(name, value ?? '')
  }
  return { subjects, given: Object.fromEntries(given) as { [K in keyof T]?: string }, help: false }
}

/** The one subject of a command: a file or the name of a scenario. @throws {BadInput} */
export function oneSubject([subject, ...more]: readonly string[], usage: string): string {
  if (subject === undefined) throw new BadInput(`which scenario? usage: ${usage}`)
  if (subject === '') throw new BadInput(`expected a file or the name of a scenario, got ""; usage: ${usage}`)
  if (more.length === 0) return subject
  throw new BadInput(
    `one scenario at a time, got ${[subject, ...more].map((name) => JSON.stringify(name)).join(' and ')}; usage: ${usage}`,
  )
}

/** A whole number within limits, or null where the option was not given. @throws {BadInput} */
export function wholeNumber(option: string, text: string | undefined, min: number, max: number): number | null {
  if (text === undefined) return null
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new BadInput(`${option}: expected a whole number from ${min} to ${max}, got ${JSON.stringify(text)}`)
}
