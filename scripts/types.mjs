// `npm run types`: checks the types of everything, after writing those that are generated from the articles and the routes.
import { ensurePackages } from './install.mjs'
import { bin, run } from './stages.mjs'

await ensurePackages()
const steps = [
  [bin('contentlayer2'), ['build', '--clearCache'], { quiet: true }],
  [bin('next'), ['typegen'], { quiet: true }],
  [bin('tsc'), ['--noEmit'], {}],
]
for (const [command, args, options] of steps) {
  const code = await run(command, args, options)
  if (code !== 0) process.exit(code)
}
