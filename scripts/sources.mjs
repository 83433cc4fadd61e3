// Tells whether out/ was built from the sources as they are now; used by scripts/build-site.mjs and scripts/start.mjs.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editAddress, isUnlisted, siteAddress } from './address.mjs'
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
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
]

/** Remembers, beside the files of a build, what it was built from and what it holds. */
const RECORD = '.sources'

/** One hash over the name and the text of every file that the site is built from, over its address, over who may list it and over the version of Node. */
export function hashSources(checkout = root) {
  const hash = createHash('sha256')
    .update(process.version)
    .update(siteAddress().href)
    .update(String(isUnlisted()))
    .update(editAddress())
  for (const path of BUILT_FROM.flatMap((name) => filesAt(checkout, name))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(checkout, path)))
  }
  return hash.digest('hex')
}

/** Records a complete build in its folder. */
export function recordBuild(folder, sources) {
  writeFileSync(join(folder, RECORD), JSON.stringify({ sources, sizes: sizesIn(folder) }))
}

/** Whether a folder holds, complete, the site as its sources are now. */
export function isFresh(folder = join(root, 'out'), sources = hashSources()) {
  const record = readRecord(folder)
  if (record?.sources !== sources) return false
  const sizes = sizesIn(folder)
  return Object.entries(record.sizes).every(([path, size]) => sizes[path] === size)
}

function readRecord(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, RECORD), 'utf8'))
  } catch {
    return null
  }
}

function sizesIn(folder) {
  return Object.fromEntries(filesAt(folder, '').map((path) => [path, statSync(join(folder, path)).size]))
}

/** The file of that name, or all files in the folder of that name, by their paths. What leads nowhere is none: editors leave such links. */
function filesAt(parent, name) {
  const kind = kindOf(join(parent, name))
  if (kind !== 'folder') return kind === null ? [] : [name]
  // A link to a folder is not followed: it may lead back up.
  return readdirSync(join(parent, name), { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink() || kindOf(join(parent, name, entry.name)) === 'file')
    .flatMap((entry) => filesAt(parent, join(name, entry.name)))
    .sort()
}

function kindOf(path) {
  try {
    const stats = statSync(path)
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : null
  } catch (error) {
    if (['ENOENT', 'ELOOP', 'ENOTDIR'].includes(error.code)) return null
    throw error
  }
}
