// The golden transcripts: why each named scenario exists, what it is made of and what it does, as a text for reviewers. `npm test -- -u`
// rewrites them after a change of the kernel or of a scenario; the difference is then part of the change, and is read.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { aboutOf } from '@/lib/content/about'
import { namedRun, namedScenario } from '@/lib/content/scenarios'
import { transcript } from '@/lib/reading/lists/transcript'
import { aboutLines } from './about-lines'
import { scenarioLines } from './scenario-lines'

const folder = join(import.meta.dirname, 'transcripts')
const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

it.each(names)('%s', async (name) => {
  const head = [...aboutLines(aboutOf(name)), '', ...scenarioLines(namedScenario(name)), '']
  const lines = [...head, ...transcript(namedRun(name))]
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, `${name}.txt`))
})

it('no transcript is of a scenario that has gone', () => {
  const expected = new Set(names.map((name) => `${name}.txt`))
  expect(readdirSync(folder).filter((file) => !expected.has(file))).toEqual([])
})
