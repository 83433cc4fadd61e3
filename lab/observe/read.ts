import { existsSync, readFileSync } from 'node:fs'

/** A log that may not be there. */
export function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
