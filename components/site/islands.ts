import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where scripts/islands.mjs puts what is alive on the pages. */
export const ISLANDS_FOLDER = join(process.cwd(), '.cache', 'islands')

interface Manifest {
  readonly outputs: Readonly<Record<string, { readonly entryPoint?: string }>>
}

/** The names of all files of the bundle. */
export function islandFiles(): readonly string[] {
  return Object.keys(manifest().outputs).map(fileName)
}

/** The name of the file that an entry of components/islands became. Read anew each time: while the site is written, it changes. */
export function islandFile(entry: string): string {
  const outputs = Object.entries(manifest().outputs)
  const found = outputs.find(([, { entryPoint }]) => entryPoint === `components/islands/${entry}.ts`)
  if (found === undefined) throw new Error(`no island "${entry}": run scripts/islands.mjs first`)
  return fileName(found[0])
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ISLANDS_FOLDER, 'manifest.json'), 'utf8'))
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
