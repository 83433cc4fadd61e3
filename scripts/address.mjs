// Says where the site lives: lib/site.json, unless SITE_ADDRESS moves this build. Used by next.config.js and the other scripts.
import { readFileSync } from 'node:fs'

/** `href` is absolute; `basePath` is empty at the root of a host, else `/docs/redis`. */
export function siteAddress() {
  const identity = JSON.parse(readFileSync(new URL('../lib/site.json', import.meta.url), 'utf8'))
  const { href, pathname } = new URL(process.env.SITE_ADDRESS || identity.address)
  return { href, basePath: pathname.replace(/\/+$/, '') }
}
