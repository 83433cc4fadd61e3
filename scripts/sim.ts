// Runs a scenario and says what became of its writes: `npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--wire] [--json]`.

import { type Figures, figures } from '@/lib/reading/figures/figures'
import { spreadLines, verdictLines } from '@/lib/reading/lists/summary'
import { transcript } from '@/lib/reading/lists/transcript'
import { resultOf } from '@/lib/reading/verdict/result'
import { judge } from '@/lib/reading/verdict/verdict'
import type { Run, WiredRun } from '@/lib/sim/outputs'
import { run, runWithWire } from '@/lib/sim/run'
import { MAX_SEED } from '@/lib/sim/scenario/limits'
import type { WireMessage } from '@/lib/sim/wire'
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
    const one = request.wire ? runWithWire({ ...scenario, seed }) : run({ ...scenario, seed })
    if (request.json) await printLines([json(one, request.trace)])
    else if (request.trace) await printLines(transcript(one))
    else if (request.runs === null) await printLines(verdictLines(one, judge(one)))
    else spread.push(figures(one))
  }
  if (spread.length > 0) await printLines([`${scenario.name}, seeds ${first} to ${first + runs - 1}`, ...spreadLines(spread)])
}

function json(one: Run | WiredRun, trace: boolean): string {
  return JSON.stringify({
    ...resultOf(one),
    ...(trace && { events: one.events }),
    ...('wire' in one && { wire: one.wire.map(outline) }),
  })
}

/** A message without what it says: a snapshot alone would be as long as all else. Times are microseconds, as in the journal. */
function outline({ id, sent: at, connection, from, to, message: { type: kind }, write, by, arrived, lost }: WireMessage): object {
  return { id, at, connection, from, to, kind, write, by, arrived, lost }
}
