import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { DEFAULT_LOCALE } from '@/lib/locale'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { readAddress } from '../address.mjs'
import { COMPRESSED } from '../compress.mjs'
import { canonicalOf } from '../pages/read'
import { replaceFolder } from '../replace-folder.mjs'
import type { Address } from './arguments'
import { moveHtml } from './html'
import { moveJson } from './json'
import { type Move, moveBetween } from './move'

/** How files change, by their endings. What is named nowhere here holds no address. */
const CHANGES: Readonly<Record<string, (text: string, move: Move) => string>> = {
  '.html': moveHtml,
  '.json': (text, move) => move.text(moveJson(text, move)),
  '.webmanifest': (text, move) => move.text(moveJson(text, move)),
  ...Object.fromEntries(
    ['.css', '.js', '.md', '.svg', '.txt', '.xml'].map((ending) => [ending, (text, move) => move.text(text)]),
  ),
}

/** Where the site in a folder believes that it lives, as its front door says. @throws {BadInput} there is none */
export function addressOf(folder: string): Address {
  const file = join(folder, 'index.html')
  const home = canonicalOf(read(file))
  const tail = `/${DEFAULT_LOCALE}/`
  if (home === null || !home.endsWith(tail))
    throw new BadInput(`${file}: expected the front door of a built site, got another page`)
  return readAddress(home.slice(0, 1 - tail.length), file)
}

/**
 * Moves the site in a folder from one address to another; returns how many files are changed. What is there stays until all is ready. What
 * `npm run compress` has made of it is left behind.
 */
export function relocate(folder: string, from: Address, to: Address): number {
  const site = resolve(folder)
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.split(sep)[0] !== COMPRESSED)
  const move = moveBetween(from, to, new Set(['/', ...files.flatMap((file) => pathsOf(site, file))]))
  const changed = files.flatMap((file) => {
    const change = CHANGES[extname(file)]
    if (change === undefined || !statSync(join(site, file)).isFile()) return []
    const text = read(join(site, file))
    const moved = change(text, move)
    return moved === text ? [] : [{ file, moved }]
  })
  if (changed.length === 0) return 0
  const aside = `${site}-moved`
  rmSync(aside, { recursive: true, force: true })
  cpSync(site, aside, { recursive: true })
  rmSync(join(aside, COMPRESSED), { recursive: true, force: true })
  for (const { file, moved } of changed) writeFileSync(join(aside, file), moved)
  replaceFolder(aside, site)
  return changed.length
}

/** By which paths of the site a file or folder is known. */
function pathsOf(site: string, file: string): readonly string[] {
  const path = `/${file.split(sep).join('/')}`
  return statSync(join(site, file)).isFile() ? [path] : [path, `${path}/`]
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
