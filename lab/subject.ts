import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isScenarioName } from '@/lib/content/scenarios'
import { splitLine } from '@/lib/sim/command-line'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { loadScenario } from '@/lib/terminal/subject'
import { traceOf } from './observe/traces'

const SCENARIOS = fileURLToPath(new URL('./scenarios', import.meta.url))

/** A named scenario, one of the lab's own, or one in a file. @throws {BadInput} */
export function loadSubject(subject: string): Scenario {
  const own = join(SCENARIOS, `${subject}.json`)
  const scenario = loadScenario(/^[\w-]+$/.test(subject) && existsSync(own) ? own : subject)
  const stepped = Object.entries(scenario.hosts).find(([, { redis }]) => redis?.clockSteps !== undefined)
  if (stepped !== undefined)
    throw new BadInput(`${subject}: the lab cannot step the wall clock of one host alone (${stepped[0]})`)
  const typed = scenario.actions.flatMap((action) => ('run' in action ? [action.run.command] : []))
  const commands = [...scenario.workload.map(({ command }) => command), ...typed]
  const traceless = commands.find((command) => traceOf(splitLine(command)?.[0] ?? '') === null)
  if (traceless !== undefined)
    throw new BadInput(`${subject}: ${JSON.stringify(traceless)} leaves nothing by which the lab could find a single write again`)
  return scenario
}

/** A scenario of this project, of which recordings are kept. @throws {BadInput} */
export function loadOwnSubject(subject: string): Scenario {
  if (isScenarioName(subject) || ownScenarios().includes(subject)) return loadSubject(subject)
  throw new BadInput(`--record keeps runs of this project's own scenarios; ${JSON.stringify(subject)} is none`)
}

/** The names of the lab's own scenarios. */
export function ownScenarios(): readonly string[] {
  return readdirSync(SCENARIOS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort()
}
