import { join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

const KIND_NAMES = [
  'redis',
  'durable',
  'mysql',
  'client',
  'lock',
  'redisson',
  'redlock',
  'resource',
  'sentinel',
  'operator',
  'dba',
] as const

/** What is bundled, and which folders are counted elsewhere. */
interface Bundle {
  readonly entries: readonly string[]
  readonly without?: readonly string[]
  /** What is there anyway: only what comes on top of it counts. */
  readonly beside?: readonly string[]
}

/** A kind of process by itself: without the core that it stands on, and without the other kinds. */
function kindAlone(name: (typeof KIND_NAMES)[number]): Bundle {
  const others = KIND_NAMES.filter((other) => other !== name).map((other) => `lib/sim/kinds/${other}/`)
  return { entries: [`lib/sim/kinds/${name}/kind.ts`], without: ['lib/sim/core/', ...others] }
}

/** What can be bundled alone: the kernel is what turns a scenario into a journal; a demo adds what it draws, tells and sets. */
export const BUNDLES = {
  kernel: { entries: ['lib/sim/run.ts'] },
  'core of the kernel': {
    entries: ['lib/sim/core/step.ts', 'lib/sim/core/signals.ts', 'lib/sim/core/network.ts', 'lib/sim/fork.ts'],
  },
  'kind redis': kindAlone('redis'),
  'kind durable': kindAlone('durable'),
  'kind mysql': kindAlone('mysql'),
  'kind sentinel': kindAlone('sentinel'),
  'kind client': kindAlone('client'),
  'kind operator': kindAlone('operator'),
  'kind dba': kindAlone('dba'),
  'kind lock': kindAlone('lock'),
  'kind redisson': kindAlone('redisson'),
  'kind redlock': kindAlone('redlock'),
  'kind resource': kindAlone('resource'),
  'all kinds of locks': {
    entries: ['lib/sim/kinds/locks.ts'],
    beside: ['redis', 'client', 'sentinel'].map((name) => `lib/sim/kinds/${name}/kind.ts`),
  },
  'kernel, scenario reader and verdict': {
    entries: ['lib/sim/run.ts', 'lib/sim/scenario/parse.ts', 'lib/reading/verdict/verdict.ts'],
  },
  'demo without words, kinds and Preact': {
    entries: ['components/demo/wake.tsx'],
    without: ['lib/sim/kinds/redis/', 'lib/sim/kinds/client/', 'lib/sim/kinds/sentinel/'],
  },
  'words of a demo in English': { entries: ['lib/words/en/demo/index.ts'] },
  'words of a demo in Chinese': { entries: ['lib/words/zh-CN/demo/index.ts'] },
  'lists under a demo in English': { entries: ['components/islands/lists/en.ts'] },
} as const satisfies Readonly<Record<string, Bundle>>

export type BundleName = keyof typeof BUNDLES

/** What is fetched when it is needed is a bundle of its own. */
const fetchedLater: Plugin = {
  name: 'fetched later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
}

export const ROOT = join(import.meta.dirname, '..')

/** What lies in one of these folders is left out. */
function countedElsewhere(folders: readonly string[]): Plugin {
  return {
    name: 'counted elsewhere',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = relative(ROOT, join(resolveDir, path))
        return folders.some((folder) => file.startsWith(folder)) ? { path, external: true } : undefined
      }),
  }
}

/** Bytes of a text in brotli at its best, as a static host serves it. */
export function brotliSize(text: string): number {
  return brotliCompressSync(text).length
}

/** That of a minified bundle. */
export async function bundledSize(name: BundleName): Promise<number> {
  const { entries, without = [], beside = [] }: Bundle = BUNDLES[name]
  const whole = await sizeOf([...beside, ...entries], without)
  return beside.length === 0 ? whole : whole - (await sizeOf(beside, without))
}

async function sizeOf(entries: readonly string[], without: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((path) => `export * from './${path}'`).join('\n'),
      resolveDir: ROOT,
    },
    bundle: true,
    packages: 'external',
    plugins: [fetchedLater, countedElsewhere(without)],
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    write: false,
  })
  return brotliSize(outputFiles[0]?.text ?? '')
}
