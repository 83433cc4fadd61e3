import type { Verb } from '@/lib/sim/faults/faults'
import type { Action } from '@/lib/sim/scenario/scenario'

// What is done in a run, as lines that can be written and read: `at 3000 partition r1 c1 | r2 r3`. Times are milliseconds.

type Values = { readonly [V in Verb]: Extract<Action, Readonly<Record<V, unknown>>>[V] }

/** What stands behind the time: its first word, how a value is written behind that, and how it is read; null when it is none. */
interface Form<T> {
  readonly word: string
  readonly write: (value: T) => string
  readonly read: (text: string) => T | null
}

const named = (word: string): Form<string> => ({
  word,
  write: (target) => target,
  read: (text) => (/^[\w.]+$/.test(text) ? text : null),
})

const FORMS: { readonly [V in Verb]: Form<Values[V]> } = {
  partition: {
    word: 'partition',
    write: (groups) => groups.map((group) => group.join(' ')).join(' | '),
    read: (text) => text.split('|').map((group) => group.trim().split(/\s+/)),
  },
  cut: {
    word: 'cut',
    write: ({ from, to }) => `${from} → ${to}`,
    read: (text) => {
      const [, from, to] = /^(\w+) → (\w+)$/.exec(text) ?? []
      return from === undefined || to === undefined ? null : { from, to }
    },
  },
  heal: { word: 'heal', write: () => '', read: (text) => (text === '' ? true : null) },
  kill: named('kill'),
  start: named('start'),
  pause: named('pause'),
  resume: named('resume'),
  run: {
    word: 'type',
    write: ({ on, command }) => `${on} "${command}"`,
    read: (text) => {
      const [, on, command] = /^([\w.]+) "(.+)"$/.exec(text) ?? []
      return on === undefined || command === undefined ? null : { on, command }
    },
  },
}

const VERBS = Object.keys(FORMS) as readonly Verb[]

/** What is done at a time, as a line. */
export function actionLine(action: Action): string {
  const value: Partial<Values> = action
  const words = VERBS.flatMap((verb) => wordsOf(verb, value[verb]))
  return ['at', action.atMs, ...words].join(' ').trim()
}

function wordsOf<V extends Verb>(verb: V, value: Values[V] | undefined): readonly string[] {
  return value === undefined ? [] : [FORMS[verb].word, FORMS[verb].write(value)]
}

/** The action that a line says. Throws on a line that says none. */
export function readActionLine(line: string): Action {
  const [, at = '', word, rest = ''] = /^at (\d+(?:\.\d+)?) (\w+)(?: (.*))?$/.exec(line) ?? []
  const verb = VERBS.find((one) => FORMS[one].word === word)
  const value = verb === undefined ? null : FORMS[verb].read(rest)
  if (verb === undefined || value === null) throw new Error(`no command: "${line}"`)
  // A key that is computed has no type of its own: the verb and what its form has read belong together.
  return { atMs: Number(at), [verb]: value } as Action
}
