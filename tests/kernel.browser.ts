// The kernel gives the same journal, byte for byte, in Node and in Chromium. Needs no built site.
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedRun } from '@/lib/content/scenarios'
import { run } from '@/lib/sim/run'
import { BROWSER, whyMissing } from '@/scripts/test/programs.mjs'
import { test as base, expect } from './browser'
import { scenarios } from './kernel/arbitrary'

/** Runs a scenario, given as JSON, in a page; returns its journal as JSON. */
type RunThere = (scenario: string) => Promise<string>

const test = base.extend<{ runThere: RunThere }>({
  runThere: async ({ browser, skip }, use) => {
    if (!browser) return skip(whyMissing(BROWSER) ?? '')
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundle() })
    await use((scenario) => page.evaluate((text) => globalThis.journalOf(text), scenario))
    await page.close()
  },
})

declare global {
  /** Defined by the bundle, in the page. */
  var journalOf: (scenario: string) => string
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { run } from './lib/sim/run'
        import { parseScenario } from './lib/sim/scenario/parse'
        globalThis.journalOf = (text) => JSON.stringify(run(parseScenario(JSON.parse(text))).events)
      `,
      resolveDir: join(import.meta.dirname, '..'),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

test.for(Object.keys(scenarioFiles) as readonly ScenarioName[])('%s', async (name, { runThere }) => {
  const there = await runThere(JSON.stringify(scenarioFiles[name]))
  // Compared as a condition: the difference of two megabytes of text helps nobody.
  expect(there === JSON.stringify(namedRun(name).events)).toBe(true)
})

test('random scenarios', async ({ runThere }) => {
  for (const scenario of fc.sample(scenarios, { numRuns: 50, seed: 7 })) {
    const text = JSON.stringify(scenario)
    expect((await runThere(text)) === JSON.stringify(run(scenario).events), text).toBe(true)
  }
})
