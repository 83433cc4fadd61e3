import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type About, aboutIn, aboutOf } from '@/lib/content/about'
import { isScenarioName, namedScenario } from '@/lib/content/scenarios'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

// From the root of the project, where every build and every test runs: what is bundled does not know where it came from.
const LAB = join(process.cwd(), 'lab')

/** A named scenario, or one of the lab's own. Throws `ScenarioError`, or as `readFileSync` does. */
export function evidenceScenario(name: string): Scenario {
  return isScenarioName(name) ? namedScenario(name) : parseScenario(labScenario(name))
}

/** What is said about it. Throws as above. */
export function evidenceAbout(name: string): About {
  return isScenarioName(name) ? aboutOf(name) : aboutIn(labScenario(name))
}

function labScenario(name: string): unknown {
  return JSON.parse(readFileSync(join(LAB, 'scenarios', `${name}.json`), 'utf8'))
}

/** The text of the recording of a scenario; null while there is none. Of `mariadb` only few scenarios of MySQL have one. */
export function recordingText(name: string, of: 'own' | 'mariadb' = 'own'): string | null {
  const path = join(LAB, 'recordings', of === 'own' ? '' : of, `${name}.jsonl`)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Names of all files of one of the lab's folders, without their ending. */
export function labFiles(folder: 'recordings' | 'scenarios'): readonly string[] {
  const ending = folder === 'recordings' ? '.jsonl' : '.json'
  return readdirSync(join(LAB, folder)).flatMap((file) => (file.endsWith(ending) ? file.slice(0, -ending.length) : []))
}
