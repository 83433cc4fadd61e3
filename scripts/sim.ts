// Runs a scenario and says what became of its writes: `npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--json]`.

import { type Figures, figures } from '@/lib/reading/figures/figures'
import { spreadLines, verdictLines } from '@/lib/reading/lists/summary'
import { transcript } from '@/lib/reading/lists/transcript'
import { resultOf } from '@/lib/reading/verdict/result'
import { judge } from '@/lib/reading/verdict/verdict'
import type { Run } from '@/lib/sim/journal'
import { run } from '@/lib/sim/run'
import { MAX_SEED } from '@/lib/sim/scenario/parse'
import { BadInput } from '../lib/terminal/failure.mjs'
import { loadScenario } from '../lib/terminal/subject'
import { printLines } from '../lib/terminal/terminal.mjs'
import { HELP, type Request, readArguments } from './sim/arguments'

const request = readArguments(process.argv.slice(2))
await (request === null ? printLines(HELP) : simulate(request))

async function simulate(request: Request): Promise<void> {
  const scenario = loadScenario(request.subject)
  const first = request.seed ?? scenario.seed
  const runs = request.runs ?? 1
  if (first + runs - 1 > MAX_SEED) throw new BadInput(`seeds ${first} to ${first + runs - 1}: expected ${MAX_SEED} at most`)
  const spread: Figures[] = []
  for (let seed = first; seed < first + runs; seed += 1) {
    const one = run({ ...scenario, seed })
    if (request.json) await printLines([json(one, request.trace)])
    else if (request.trace) await printLines(transcript(one))
    else if (request.runs === null) await printLines(verdictLines(one, judge(one)))
    else spread.push(figures(one))
  }
  if (spread.length > 0) await printLines([`${scenario.name}, seeds ${first} to ${first + runs - 1}`, ...spreadLines(spread)])
}

function json(one: Run, trace: boolean): string {
  return JSON.stringify({ ...resultOf(one), ...(trace && { events: one.events }) })
}
