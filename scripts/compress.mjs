// `npm run compress`: writes the text of the built site a second time, in brotli, into a folder .br of its own: hosting/nginx.conf sends it to
// browsers that read it. A page weighs about half of what gzip makes of it: what its demos have in common lies too far apart for gzip.
import './node-version.mjs'
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { BadInput, orderly } from '../lib/terminal/failure.mjs'
import { printLines } from '../lib/terminal/terminal.mjs'
import { ensurePackages } from './install.mjs'
import { root } from './stages.mjs'

/** Within the folder of a site: no address leads there, and it goes where the site goes. */
export const COMPRESSED = '.br'

/** What is text, by the endings of files. All else is there as it is. */
export const TEXT = ['.css', '.html', '.js', '.json', '.md', '.svg', '.txt', '.webmanifest', '.xml']

/**
 * Fills the folder anew; resolves to the bytes of all text, before and after.
 * @param {string} site
 * @param {(text: Buffer) => Promise<Uint8Array>} compress
 */
export async function compressSite(site, compress = promisify(brotliCompress)) {
  const into = join(site, COMPRESSED)
  rmSync(into, { recursive: true, force: true })
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(site, file)).isFile())
  const sizes = await Promise.all(
    files.map(async (file) => {
      const [from, to] = [join(site, file), join(into, file)]
      mkdirSync(dirname(to), { recursive: true })
      if (!TEXT.includes(extname(file))) {
        link(from, to)
        return [0, 0]
      }
      const text = readFileSync(from)
      const compressed = await compress(text)
      writeFileSync(to, compressed)
      return [text.length, compressed.length]
    }),
  )
  return sizes.reduce(([before, after], [more, less]) => [before + more, after + less], [0, 0])
}

/** The same file under another name; a copy where the file system knows no such thing. */
function link(from, to) {
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}

if (process.argv[1] === import.meta.filename) {
  await orderly(async () => {
    const [folder = join(root, 'out'), ...more] = process.argv.slice(2)
    if (more.length > 0)
      throw new BadInput(`one folder at a time, got ${JSON.stringify([folder, ...more])}; usage: npm run compress -- [FOLDER]`)
    await ensurePackages()
    const [before, after] = await compressSite(folder)
    await printLines([`${join(folder, COMPRESSED)}: ${before} bytes of text are ${after} in brotli.`])
  })
}
