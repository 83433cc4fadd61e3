import { BadInput } from '@/lib/terminal/failure.mjs'
import { oneSubject, readOptions, wholeNumber } from '@/lib/terminal/options'

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
  /** Where Redis or MySQL was unpacked; null to look for them on the path. */
  readonly server: string | null
}

export const USAGE =
  'npm run lab -- NAME|FILE [--runs N] [--record] [--loopback] [--server FOLDER], or npm run lab -- --check [NAME …]'

export const HELP = [
  `usage: ${USAGE}`,
  'Carries a scenario out on real servers and holds it against the kernel.',
  '  --runs N    so many real runs',
  '  --record    keeps them in lab/recordings/',
  '  --loopback  without network namespaces: cuts are only imitated',
  '  --server FOLDER  where Redis or MySQL was unpacked, if not the one on the path is meant',
  '  --check     holds what was recorded against the kernel, without a server',
]

/** A run takes most of a minute. */
const MOST_RUNS = 100

/** Null asks for help. @throws {BadInput} */
export function readArguments(args: readonly string[]): RunRequest | CheckRequest | null {
  const known = { runs: 'value', record: 'flag', loopback: 'flag', server: 'value', check: 'flag' } as const
  const { subjects, given, help } = readOptions(args, known, USAGE)
  if (help) return null
  const { check, ...others } = given
  if (check !== undefined) {
    const [other] = Object.keys(others)
    if (other !== undefined) throw new BadInput(`--check starts no server, so --${other} has no place beside it; usage: ${USAGE}`)
    return { check: subjects }
  }
  const subject = oneSubject(subjects, USAGE)
  const record = given.record !== undefined
  const loopback = given.loopback !== undefined
  if (record && loopback) throw new BadInput('--record needs real cuts, which --loopback only imitates')
  return {
    subject,
    runs: wholeNumber('--runs', given.runs, 1, MOST_RUNS) ?? (record ? 5 : 1),
    record,
    loopback,
    server: given.server ?? null,
  }
}
