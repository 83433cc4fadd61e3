import { MAX_SEED } from '@/lib/sim/scenario/limits'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { oneSubject, readOptions, wholeNumber } from '../../lib/terminal/options'

/** What was asked for on the command line. */
export interface Request {
  /** A file or the name of a scenario. */
  readonly subject: string
  readonly runs: number | null
  readonly seed: number | null
  readonly trace: boolean
  readonly wire: boolean
  readonly json: boolean
}

export const USAGE = 'npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--wire] [--json]'

export const HELP = [
  `usage: ${USAGE}`,
  'Runs a scenario and says what became of its writes.',
  '  --seed S   chance begins here, instead of where the scenario says',
  '  --runs N   N runs on seeds one after the other: the spread of each figure',
  '  --trace    everything that happened, not only the outcome',
  '  --wire     adds the messages: to the trace, or to the object',
  '  --json     one object a run, for programs',
]

const MOST_RUNS = 100_000

/** Null asks for help. @throws {BadInput} */
export function readArguments(args: readonly string[]): Request | null {
  const options = { runs: 'value', seed: 'value', trace: 'flag', wire: 'flag', json: 'flag' } as const
  const { subjects, given, help } = readOptions(args, options, USAGE)
  if (help) return null
  const request = {
    subject: oneSubject(subjects, USAGE),
    runs: wholeNumber('--runs', given.runs, 1, MOST_RUNS),
    seed: wholeNumber('--seed', given.seed, 0, MAX_SEED),
    trace: given.trace !== undefined,
    wire: given.wire !== undefined,
    json: given.json !== undefined,
  }
  if ((request.runs ?? 1) > 1 && request.trace && !request.json) throw new BadInput('--trace of several runs needs --json')
  if (request.wire && !request.trace && !request.json) throw new BadInput('--wire needs --trace or --json')
  return request
}
