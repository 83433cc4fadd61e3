import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What an outcome is made by, besides its scenario: files, and folders with all in them. */
export const MADE_BY = [
  'lib/sim',
  'lib/reading/verdict',
  'lib/reading/events.ts',
  'lib/reading/servers.ts',
  'lib/evidence/outcome.ts',
  'lib/evidence/resyncs.ts',
]

/** One hash over the sources of the kernel and of what reads an outcome off a run, and over the version of Node. */
export function kernelHash(root = process.cwd(), madeBy: readonly string[] = MADE_BY): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of madeBy.flatMap((name) => sourcesAt(root, name))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function sourcesAt(root: string, name: string): readonly string[] {
  if (statSync(join(root, name)).isFile()) return [name]
  return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(name, file))
}
