import type { FaultForm, Occasion } from '@/lib/sim/faults/form'
import { FORMS } from '@/lib/sim/faults/forms'
import type { CommandForm, CommandForms } from '@/lib/sim/kinds/command-form'
import { REDIS_COMMANDS } from '@/lib/sim/kinds/redis/forms'
import { SENTINEL_COMMANDS } from '@/lib/sim/kinds/sentinel/forms'
import { DIRECTIVE_VALUES } from './directive-values'

/** Where and when something is wished for; `who` and `what` choose among what there is. */
export interface Moment {
  readonly atMs: number
  readonly who: number
  readonly what: number
  /** Of all hosts. */
  readonly names: readonly string[]
  server(number: number): string
}

interface Wish {
  /** Its share among all wishes. */
  readonly often: number
  /** Whether they make sense at that time is for `parseScenario` to say. */
  actions(moment: Moment): readonly object[]
}

/** What is done alone. */
const ALONE = Object.values<FaultForm<object, never>>(FORMS).map(
  ({ often, wish }): Wish => ({
    often,
    actions: (moment) => [{ atMs: moment.atMs, ...wish(occasionOf(moment)) }],
  }),
)

function occasionOf(moment: Moment): Occasion {
  const { who, what, names } = moment
  const nth = (number: number) => names[number % names.length] ?? 'r1'
  const host = nth(who)
  const other = nth(who + 1 + (what % (names.length - 1)))
  return { who, what, names, host, other, typed: () => typed(moment, host) }
}

/** What means most together. */
const TOGETHER = {
  /** Mostly a server, and back within a second, before anyone has taken note. */
  restart: {
    often: 2,
    actions: ({ atMs, who, what, server }) => [
      { atMs, kill: server(who) },
      { atMs: atMs + 10 * (what + 1), start: server(who) },
    ],
  },
  /** One server, or the first three at once, and back a little later. */
  powerCycle: {
    often: 2,
    actions: ({ atMs, who, what, server }) =>
      (what % 2 === 0 ? [server(who)] : ['r1', 'r2', 'r3']).flatMap((host) => [
        { atMs, powerOff: host },
        { atMs: atMs + 10 * (what + 1), start: `${host}.redis` },
      ]),
  },
  freeze: {
    often: 1,
    actions: (moment) => {
      const { atMs, what } = moment
      const { host } = occasionOf(moment)
      return [
        { atMs, pause: host },
        { atMs: atMs + 50 * (what + 1), resume: host },
      ]
    },
  },
  /** Where it is also saved, a restart finds it. */
  set: {
    often: 2,
    actions: ({ atMs, who, what, server }) => {
      const on = `${server(who)}.redis`
      const set = { atMs, run: { on, command: `CONFIG SET ${SETTINGS[what % SETTINGS.length]}` } }
      return what % 3 === 0 ? [set] : [set, { atMs: atMs + 1 + what, run: { on, command: 'CONFIG REWRITE' } }]
    },
  },
  /** The first primary follows another server; unless somebody is promoted, nobody is a primary then. */
  abdicate: {
    often: 1,
    actions: ({ atMs, what, server }) => [{ atMs, run: { on: 'r1.redis', command: `REPLICAOF ${server(what)}` } }],
  },
} as const satisfies Readonly<Record<string, Wish>>

/** Everything that may be wished for, as often as it shall come. */
export const WISHES: readonly Wish[] = [...ALONE, ...Object.values<Wish>(TOGETHER)].flatMap((wish) =>
  Array<Wish>(wish.often).fill(wish),
)

const SETTINGS = Object.entries(DIRECTIVE_VALUES).flatMap(([name, values]) => values.map((value) => `${name} "${value}"`))

/** The examples of commands that pass. */
export function examplesOf(forms: CommandForms, passes: (form: CommandForm) => boolean = () => true): readonly string[] {
  return Object.values(forms).flatMap((form) => (passes(form) ? form.examples : []))
}

const AT_SENTINELS = examplesOf(SENTINEL_COMMANDS)
const AT_CLIENTS = examplesOf(REDIS_COMMANDS, ({ admin }) => admin !== true)
const AT_SERVERS = examplesOf(REDIS_COMMANDS)

/** A command that somebody types somewhere. */
function typed({ what, who, server }: Moment, host: string): { readonly on: string; readonly command: string } {
  const line = (lines: readonly string[]) => (lines[what % lines.length] ?? '').replace('{server}', server(what))
  if (host.startsWith('s')) return { on: host, command: line(AT_SENTINELS) }
  if (host.startsWith('c')) return { on: host, command: line(AT_CLIENTS) }
  return { on: `${server(who)}.redis`, command: line(AT_SERVERS) }
}
