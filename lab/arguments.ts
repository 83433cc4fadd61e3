import { BadInput } from '@/scripts/sim/arguments'

/** To hold recordings against the kernel, without a server: these, or all of them. */
export interface CheckRequest {
  readonly check: readonly string[]
}

/** To carry a scenario out. */
export interface RunRequest {
  /** A file or the name of a scenario. */
  readonly subject: string
  readonly runs: number
  readonly record: boolean
  readonly loopback: boolean
}

export const USAGE = 'npm run lab -- NAME|FILE [--runs N] [--record] [--loopback], or npm run lab -- --check [NAME …]'

/** A run takes most of a minute. */
const MOST_RUNS = 100

/** @throws {BadInput} */
export function readArguments(args: readonly string[]): RunRequest | CheckRequest {
  if (args[0] === '--check') return { check: args.slice(1) }
  const rest = [...args]
  let subject: string | null = null
  let runs: number | null = null
  const flags = { record: false, loopback: false }
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (name === '--runs') runs = readRuns(inline ?? rest.shift())
    else if (arg === '--record') flags.record = true
    else if (arg === '--loopback') flags.loopback = true
    else if (arg.startsWith('-')) throw new BadInput(`unknown option ${JSON.stringify(arg)}; usage: ${USAGE}`)
    else if (subject !== null)
      throw new BadInput(`one scenario at a time, got ${JSON.stringify(subject)} and ${JSON.stringify(arg)}; usage: ${USAGE}`)
    else subject = arg
  }
  if (subject === null) throw new BadInput(`which scenario? usage: ${USAGE}`)
  if (flags.record && flags.loopback) throw new BadInput('--record needs real cuts, which --loopback only imitates')
  return { subject, runs: runs ?? (flags.record ? 5 : 1), ...flags }
}

function readRuns(text: string | undefined): number {
  const value = text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (value >= 1 && value <= MOST_RUNS) return value
  throw new BadInput(
    `--runs: expected a whole number from 1 to ${MOST_RUNS}, got ${text === undefined ? 'nothing' : JSON.stringify(text)}`,
  )
}
