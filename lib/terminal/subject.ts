import { resolve } from 'node:path'
import { scenarioFiles } from '@/content/scenarios/index'
import { isScenarioName } from '@/lib/content/scenarios'
import { ScenarioError } from '@/lib/sim/scenario/field'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { readBounded } from './bounded-file'
import { BadInput } from './failure.mjs'
import { repeatedKey } from './repeated-key'

/** The scenario of that name, or in that file. @throws {BadInput} */
export function loadScenario(subject: string): Scenario {
  try {
    return parseScenario(isScenarioName(subject) ? scenarioFiles[subject] : readJson(subject))
  } catch (error) {
    if (error instanceof ScenarioError) throw new BadInput(`${subject}: ${error.message}`)
    throw error
  }
}

function readJson(path: string): unknown {
  const text = readText(path)
  try {
    const value: unknown = JSON.parse(text)
    const repeated = repeatedKey(text)
    if (repeated !== null) throw new BadInput(`${path}: ${repeated}: the key stands twice in one object`)
    return value
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(`${path}: not JSON, ${error.message}`)
    throw error
  }
}

function readText(path: string): string {
  try {
    // `npm run` stands at the project's root, wherever it was called.
    return readBounded(resolve(process.env.INIT_CWD ?? '', path))
  } catch (error) {
    if (error instanceof BadInput) throw new BadInput(`${path}: ${error.message}`)
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' && !/[/.]/.test(path)) {
      throw new BadInput(`no scenario ${JSON.stringify(path)}; scenarios are ${Object.keys(scenarioFiles).join(', ')}`)
    }
    const problem = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a directory' : `cannot be read (${String(code)})`
    throw new BadInput(`${path}: ${problem}`)
  }
}
