import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import { developed, FOLDS } from './folds'
import { ROOT } from './size'

const film = developed(runWithWire(namedRun('split-brain').scenario))

it.each(Object.keys(FOLDS) as readonly (keyof typeof FOLDS)[])('%s can be measured again and again', (name) => {
  const fold = FOLDS[name]
  expect(JSON.stringify(fold(film))).toBe(JSON.stringify(fold(film)))
})

it('nothing that is made of a run is missing from the benchmark', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['bench/folds.ts'],
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    metafile: true,
  })
  const files = readdirSync(join(ROOT, 'lib/reading'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `lib/reading/${name}`)
    // Files of types alone leave nothing to measure.
    .filter((file) => /^export (function|const|class)/m.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter((file) => !(file in metafile.inputs))).toEqual([])
})
