import { join } from 'node:path'
import { keep, sha256, textAt } from '@/lib/evidence/kept-file'
import { type Answers, everyAnswer, USUAL } from './answers'
import { type FaultName, faultScenario, faultsOf } from './faults'
import { guideHash } from './guide-hash'
import { type FaultOutcome, faultOutcome } from './outcome'

/** Of this project, unless a test has another. */
const FILE = join(process.cwd(), '.cache', 'guide.json')

/** By the hash of their scenario. */
type Outcomes = Readonly<Record<string, FaultOutcome>>

let known: Map<string, FaultOutcome> | undefined

/** What the answers come to under a fault: as it was kept, else simulated, once a process. */
export function outcomeOf(answers: Answers, fault: FaultName): FaultOutcome {
  known ??= new Map(Object.entries(keptOutcomes(guideHash()) ?? {}))
  // Nobody loses power in these runs.
  const scenario = faultScenario({ ...answers, power: USUAL.power }, fault)
  const key = sha256(JSON.stringify(scenario))
  const outcome = known.get(key) ?? faultOutcome(scenario)
  known.set(key, outcome)
  return outcome
}

/**
 * Simulates what is not kept, and keeps it, unless the sources are no longer those of the hash.
 * @param hash taken before this module, and with it the kernel, was imported
 */
export function keepOutcomes(hash: string, path = FILE): void {
  if (guideHash() !== hash) return
  const kept = keptOutcomes(hash, path) ?? {}
  const outcomes = Object.fromEntries(
    everyAnswer(['replicas', 'worse', 'wait', 'failover']).flatMap((answers) =>
      faultsOf(answers).map((fault) => {
        const scenario = faultScenario(answers, fault)
        const key = sha256(JSON.stringify(scenario))
        return [key, kept[key] ?? faultOutcome(scenario)]
      }),
    ),
  )
  if (guideHash() !== hash) return
  const text = JSON.stringify(outcomes)
  keep(path, `${header(hash, text)}\n${text}`)
}

/** Null where nothing of this hash is kept, unbroken. */
export function keptOutcomes(hash: string, path = FILE): Outcomes | null {
  const [first, text = ''] = textAt(path).split('\n')
  return first === header(hash, text) ? JSON.parse(text) : null
}

function header(hash: string, text: string): string {
  return JSON.stringify({ format: 1, kernel: hash, outcomes: sha256(text) })
}
