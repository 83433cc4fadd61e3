// `npm run build`: builds the site into out/.
import './node-version.mjs'
import { orderly } from '../lib/terminal/failure.mjs'
import { isUnlisted, siteAddress } from './address.mjs'
import { buildSite } from './build-site.mjs'
import { ensurePackages } from './install.mjs'
import { takeNoArguments } from './no-arguments.mjs'

await orderly(async () => {
  takeNoArguments('run build')
  // Refused before anything is installed or built.
  siteAddress()
  isUnlisted()
  await ensurePackages()
  await buildSite()
})
