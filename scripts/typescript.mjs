// Runs a command that is written in TypeScript: `npm run new`, `sim`, `lab`, `bench`. Installs what is missing first.
import './node-version.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { orderly } from '../lib/terminal/failure.mjs'
import { ensurePackages } from './install.mjs'
import { root } from './stages.mjs'

await orderly(async () => {
  await ensurePackages()
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
  await import('tsx')
  const [script] = process.argv.splice(2, 1)
  await import(pathToFileURL(join(root, script)).href)
})
