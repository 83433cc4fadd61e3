import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

/** What can be bundled alone: the kernel is what turns a scenario into a journal; a demo adds what it draws, tells and sets. */
export const BUNDLES = {
  kernel: ['lib/sim/run.ts'],
  'kernel, scenario reader and verdict': ['lib/sim/run.ts', 'lib/sim/scenario/parse.ts', 'lib/reading/verdict/verdict.ts'],
  'player in English, without React': ['components/demo/player-en.tsx'],
  'player in Chinese, without React': ['components/demo/player-zh-cn.tsx'],
  'what brings a player to life': ['components/demo/simulate.ts'],
} as const

export type BundleName = keyof typeof BUNDLES

/** What is fetched when it is needed is a bundle of its own. */
const fetchedLater: Plugin = {
  name: 'fetched later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
}

/** Bytes of a minified bundle after gzip at its best, as a static host serves it. */
export async function gzippedSize(name: BundleName): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: BUNDLES[name].map((path) => `export * from './${path}'`).join('\n'),
      resolveDir: join(import.meta.dirname, '..'),
    },
    bundle: true,
    packages: 'external',
    plugins: [fetchedLater],
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}
