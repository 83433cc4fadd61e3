// `npm start`: installs what is missing, builds the site if its sources changed, serves it and prints its address.
import './node-version.mjs'
import { join } from 'node:path'
import { orderly } from '../lib/terminal/failure.mjs'
import { isUnlisted, siteAddress } from './address.mjs'
import { buildSite } from './build-site.mjs'
import { ensurePackages } from './install.mjs'
import { takeNoArguments } from './no-arguments.mjs'
import { readPort, refusalOf } from './port.mjs'
import { isFresh } from './sources.mjs'
import { root } from './stages.mjs'

await orderly(async () => {
  takeNoArguments('start')
  const port = readPort(process.env.PORT)
  const { basePath } = siteAddress()
  isUnlisted()
  await ensurePackages()
  if (isFresh()) process.stdout.write('The site is built from the sources as they are\n')
  else await buildSite()
  // Needs the packages.
  const { serve } = await import('./serve.mjs')
  const { address } = await serve(join(root, 'out'), { basePath, port }).catch((error) => {
    throw refusalOf(port, error)
  })
  process.stdout.write(`Lost Writes is at ${address}\n`)
})
