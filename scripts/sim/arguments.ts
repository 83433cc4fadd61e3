import { MAX_SEED } from '@/lib/sim/scenario/parse'

/** What was asked for on the command line. */
export interface Request {
  /** A file or the name of a scenario. */
  readonly subject: string
  readonly runs: number | null
  readonly seed: number | null
  readonly trace: boolean
  readonly json: boolean
}

/** Something is wrong with what was asked for; the message is one line. */
export class BadInput extends Error {}

export const USAGE = 'npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--json]'

const MOST_RUNS = 100_000

/** @throws {BadInput} */
export function readArguments(args: readonly string[]): Request {
  const rest = [...args]
  let subject: string | null = null
  const numbers: { runs: number | null; seed: number | null } = { runs: null, seed: null }
  const flags = { trace: false, json: false }
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (name === '--runs' || name === '--seed') {
      const value = inline ?? rest.shift()
      numbers[name === '--runs' ? 'runs' : 'seed'] =
        name === '--runs' ? whole(name, value, 1, MOST_RUNS) : whole(name, value, 0, MAX_SEED)
    } else if (arg === '--trace' || arg === '--json') {
      flags[arg === '--trace' ? 'trace' : 'json'] = true
    } else if (arg.startsWith('-')) {
      throw new BadInput(`unknown option ${JSON.stringify(arg)}; usage: ${USAGE}`)
    } else if (subject === null) {
      subject = arg
    } else {
      throw new BadInput(`one scenario at a time, got ${JSON.stringify(subject)} and ${JSON.stringify(arg)}; usage: ${USAGE}`)
    }
  }
  if (subject === null) throw new BadInput(`which scenario? usage: ${USAGE}`)
  if (numbers.runs !== null && flags.trace && !flags.json) throw new BadInput('--trace of several runs needs --json')
  return { subject, ...numbers, ...flags }
}

function whole(option: string, text: string | undefined, min: number, max: number): number {
  const value = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new BadInput(
    `${option}: expected a whole number from ${min} to ${max}, got ${text === undefined ? 'nothing' : JSON.stringify(text)}`,
  )
}
