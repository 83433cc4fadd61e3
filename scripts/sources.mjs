// Tells whether out/ was built from the sources as they are now; used by scripts/build.mjs and scripts/start.mjs.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteAddress } from './address.mjs'
import { root } from './stages.mjs'

const BUILT_FROM = [
  'app',
  'components',
  'content',
  'lab',
  'lib',
  'public',
  'scripts',
  'contentlayer.config.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
]

const stamp = join(root, 'out', '.sources')

/** One hash over the name and the text of every file that the site is built from, and over its address. */
export function hashSources() {
  const hash = createHash('sha256').update(process.version).update(siteAddress().href)
  for (const name of BUILT_FROM) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : ['']
    for (const file of files) {
      const full = join(path, file)
      if (statSync(full).isFile()) hash.update(`\0${name}/${file}\0`).update(readFileSync(full))
    }
  }
  return hash.digest('hex')
}

/** Remembers what out/ was built from. */
export function recordSources(hash) {
  writeFileSync(stamp, hash)
}

/** Whether out/ holds the site as its sources are now. */
export function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources()
}
