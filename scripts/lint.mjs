// `npm run lint`: form and habits of all code. Arguments go to Biome: `npm run lint -- --write` mends what it can.
import './node-version.mjs'
import { orderly } from '../lib/terminal/failure.mjs'
import { ensurePackages } from './install.mjs'
import { bin, run } from './stages.mjs'

await orderly(async () => {
  await ensurePackages()
  process.exitCode = await run(bin('biome'), ['check', '--error-on-warnings', ...process.argv.slice(2)])
})
