import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Puts a text in the place of what was kept. Whoever reads meanwhile finds the old one or the new one. */
export function keep(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, text)
  renameSync(aside, path)
}

/** What is kept; nothing where nothing can be read. */
export function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** By which a text is known again. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
