// `npm run dev`: serves the site while it is being written. Contentlayer compiles the articles, the compiler of types checks them, esbuild
// bundles what is alive on the pages, Next does all else; what "How we know" shows is simulated beside it, and again whenever the kernel
// changes.
import './node-version.mjs'
import { orderly } from '../lib/terminal/failure.mjs'
import { siteAddress } from './address.mjs'
import { ensurePackages } from './install.mjs'
import { bin, mustRun, root } from './stages.mjs'
import { watch } from './watch.mjs'

/** Recordings and the lab's own scenarios are read, not imported: tsx would not see them change. */
const WATCHED = ['--clear-screen=false', '--include', 'lab/recordings/*', '--include', 'lab/scenarios/*']

await orderly(async () => {
  siteAddress()
  await ensurePackages()
  await mustRun('Compiling the articles', bin('contentlayer2'), ['build', '--clearCache'])
  await mustRun('Cutting the fonts', process.execPath, ['scripts/fonts.mjs'])
  // Next asks for what the watcher makes.
  await mustRun('Bundling what is alive', process.execPath, ['scripts/islands.mjs'])
  const programs = [
    [bin('contentlayer2'), 'dev'],
    [bin('tsx'), '--tsconfig', 'tsconfig.json', 'scripts/articles.ts', '--watch'],
    [process.execPath, 'scripts/islands.mjs', '--watch'],
    [bin('next'), 'dev', ...process.argv.slice(2)],
    [bin('tsx'), 'watch', ...WATCHED, '--tsconfig', 'tsconfig.json', 'scripts/evidence.ts', '--aside'],
  ]
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  process.exitCode = await watch(programs, { cwd: root, env, stdio: 'inherit' })
})
