// What a page sends to the browser holds the words of its own language only.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'

const ROOT = join(import.meta.dirname, '..')
const clients = readdirSync(join(ROOT, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && /^'use client'/.test(readFileSync(join(ROOT, 'components', file), 'utf8')))
  .map((file) => `components/${file}`)

/** The languages whose catalogues come with a file. What it fetches later with `import()` is a file of its own. */
async function languagesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    format: 'esm',
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind === 'import-statement') visit(path)
  }
  visit(entry)
  return LOCALES.filter((locale) => [...seen].some((file) => file.startsWith(`lib/words/${locale}/`)))
}

describe('what runs in the browser', () => {
  it('is found by this test, and so is a catalogue of all languages', async () => {
    expect(clients.length).toBeGreaterThan(5)
    expect(await languagesOf('lib/words/words.ts')).toEqual([...LOCALES])
  })

  it.each(clients)('%s brings the words of one language at most', async (file) => {
    expect((await languagesOf(file)).length).toBeLessThanOrEqual(1)
  })

  it('is a player for each language', async () => {
    for (const locale of LOCALES)
      expect(await languagesOf(`components/demo/player-${locale.toLowerCase()}.tsx`)).toEqual([locale])
  })
})
