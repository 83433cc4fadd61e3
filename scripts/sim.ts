// Runs a scenario and says what became of its writes: `npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--json]`.
import { once } from 'node:events'
import type { Run } from '@/lib/sim/journal'
import { run } from '@/lib/sim/run'
import { MAX_SEED } from '@/lib/sim/scenario/parse'
import { type Figures, figures } from '@/lib/sim/verdict/figures'
import { resultOf } from '@/lib/sim/verdict/result'
import { judge } from '@/lib/sim/verdict/verdict'
import { BadInput, type Request, readArguments } from './sim/arguments'
import { loadScenario } from './sim/subject'
import { spreadLines, verdictLines } from './sim/summary'
import { transcript } from './sim/transcript'

/** A reader such as `head` may leave early; that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await main(readArguments(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  process.stderr.write(`${error.message.replace(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 2
}

async function main(request: Request): Promise<void> {
  const scenario = loadScenario(request.subject)
  const first = request.seed ?? scenario.seed
  const runs = request.runs ?? 1
  if (first + runs - 1 > MAX_SEED) throw new BadInput(`seeds ${first} to ${first + runs - 1}: expected ${MAX_SEED} at most`)
  const spread: Figures[] = []
  for (let seed = first; seed < first + runs; seed += 1) {
    const one = run({ ...scenario, seed })
    if (request.json) await print(json(one, request.trace))
    else if (request.runs === null) await print(text(one, request.trace))
    else spread.push(figures(one))
  }
  if (spread.length > 0)
    await print([`${scenario.name}, seeds ${first} to ${first + runs - 1}`, ...spreadLines(spread)].join('\n'))
}

function json(one: Run, trace: boolean): string {
  return JSON.stringify({ ...resultOf(one), ...(trace && { events: one.events }) })
}

function text(one: Run, trace: boolean): string {
  const verdict = judge(one)
  return trace ? transcript(one, verdict).trimEnd() : verdictLines(one, verdict).join('\n')
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
