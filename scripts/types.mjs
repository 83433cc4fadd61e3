// `npm run types`: checks the types of everything, after writing those that are generated from the articles and the routes; then those of
// the code in the articles.
import './node-version.mjs'
import { orderly } from '../lib/terminal/failure.mjs'
import { siteAddress } from './address.mjs'
import { ensurePackages } from './install.mjs'
import { bin, run } from './stages.mjs'

await orderly(async () => {
  // Next reads it too, and would answer with a stack trace.
  siteAddress()
  await ensurePackages()
  const steps = [
    [bin('contentlayer2'), ['build', '--clearCache'], { quiet: true }],
    [bin('next'), ['typegen'], { quiet: true }],
    [bin('tsc'), ['--noEmit', ...process.argv.slice(2)], {}],
    [bin('tsx'), ['--tsconfig', 'tsconfig.json', 'scripts/articles.ts'], {}],
  ]
  for (const [command, args, options] of steps) {
    process.exitCode = await run(command, args, options)
    if (process.exitCode !== 0) return
  }
})
