// What a page sends to the browser holds the words of its own language only, and of those only what it says.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'

const ROOT = join(import.meta.dirname, '..')

const sources = ['app', 'components', 'lib'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file}`)
    .filter((file) => /\.tsx?$/.test(file)),
)
/** What is bundled for the browser. */
const islands = sources.filter((file) => dirname(file) === 'components/islands')

/** What speaks, and what of the catalogue it says besides the words of demos. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  // The words for what can be done stand in one file, but for those of the log.
  'demo-': ['counted', 'faults'],
  'lists/': ['counted'],
  'links/': [],
  'copying/': ['copying'],
}
const speakers = LOCALES.flatMap((locale) =>
  Object.keys(SAYS).map((name) => ({ locale, name, file: `components/islands/${name}${locale.toLowerCase()}.ts` })),
)

const OTHERS = ['lib/words/words.ts', 'lib/words/en/demo/log.ts', 'lib/words/en/demo/story.ts', 'components/demo/demo.tsx']
let inputs: Metafile['inputs'] = {}

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...islands, ...OTHERS],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  inputs = metafile.inputs
})

/** What comes with a module. What it fetches later with `import()` is a bundle of its own. */
function bundleOf(entry: string): readonly string[] {
  if (inputs[entry] === undefined) throw new Error(`${entry} was not bundled`)
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { path, kind } of inputs[file]?.imports ?? []) if (kind === 'import-statement') visit(path)
  }
  visit(entry)
  return [...seen]
}

/** Every bundle that a browser may fetch. */
function bundles(): readonly string[] {
  const found = new Set(islands)
  // What is added on the way is looked at in its turn.
  for (const entry of found)
    for (const file of bundleOf(entry))
      for (const { path, kind, external } of inputs[file]?.imports ?? [])
        if (kind === 'dynamic-import' && !external) found.add(path)
  return [...found]
}

const within = (entry: string, room: string) => bundleOf(entry).filter((file) => file.startsWith(room))
const languagesOf = (entry: string) => LOCALES.filter((locale) => within(entry, `lib/words/${locale}/`).length > 0)

describe('what runs in the browser', () => {
  it('is found by this test, and so is a catalogue of all languages and a file of scenarios', () => {
    expect(islands).toContain('components/islands/page.ts')
    expect(bundles()).toEqual(expect.arrayContaining([...speakers.map(({ file }) => file), 'lib/sim/kinds/operator/kind.ts']))
    expect(languagesOf('lib/words/words.ts')).toEqual([...LOCALES])
    expect(within('components/demo/demo.tsx', 'content/')).toContain('content/scenarios/split-brain.json')
  })

  it('is bundled by nobody else: what Next would bundle is taken out of the pages', () => {
    const clients = sources.filter((file) => /^'use client'/.test(readFileSync(join(ROOT, file), 'utf8')))
    expect(clients).toEqual([])
  })

  it('brings the words of one language at most', () => {
    expect(bundles().filter((entry) => languagesOf(entry).length > 1)).toEqual([])
  })

  it('is given its words by the page, but for what speaks in each language', () => {
    const speaking = bundles().filter((entry) => languagesOf(entry).length > 0)
    expect(speaking.toSorted()).toEqual(speakers.map(({ file }) => file).toSorted())
    for (const { locale, file } of speakers) expect(languagesOf(file)).toEqual([locale])
  })

  it.each(speakers)('$file says what it has to say and nothing else', ({ locale, name, file }) => {
    const others = within(file, 'lib/words/').filter((path) => path.split('/').length > 3 && !path.includes('/demo/'))
    expect(others).toEqual(SAYS[name]?.map((part) => `lib/words/${locale}/${part}.ts`))
  })

  it('is given the words of lists when one is opened', () => {
    for (const locale of LOCALES) {
      const demo = within(`components/islands/demo-${locale.toLowerCase()}.ts`, `lib/words/${locale}/demo/`)
      expect(demo).toContain(`lib/words/${locale}/demo/story.ts`)
      for (const part of ['log', 'links']) expect(demo).not.toContain(`lib/words/${locale}/demo/${part}.ts`)
    }
  })

  it('knows no scenario but that of its page', () => {
    expect(bundles().filter((entry) => within(entry, 'content/').length > 0)).toEqual([])
  })
})

describe('a part of the catalogue', () => {
  it('comes without the others', () => {
    expect(within('lib/words/en/demo/log.ts', 'lib/words/en/demo/story')).toEqual([])
    expect(within('lib/words/en/demo/story.ts', 'lib/words/en/demo/log')).toEqual([])
  })
})
