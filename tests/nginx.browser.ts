// hosting/nginx.conf, tried with the nginx of this machine: nothing that `npm run check:deploy` would find. Needs the build, no browser.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { siteAddress } from '../scripts/address.mjs'
import { findingsIn } from '../scripts/check-deploy/checks'
import { survey } from '../scripts/check-deploy/survey'
import { compressSite } from '../scripts/compress.mjs'
import { relocate } from '../scripts/relocate/site'
import { findProgram, HOSTING, whyMissing } from '../scripts/test/programs.mjs'
import { OUT } from './browser'

const RECIPE = join(import.meta.dirname, '..', 'hosting', 'nginx.conf')
const why = whyMissing(HOSTING)

interface Served {
  readonly address: URL
  readonly end: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A fast one: how much smaller text becomes is no matter here. */
const compress = (text: Buffer) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })

/** The site under a path, served by nginx as the recipe says; only what the recipe tells people to change is changed. */
async function served(basePath: string, compressed: boolean): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const site = join(folder, 'out')
  const port = await freePort()
  const address = { href: `http://127.0.0.1:${port}${basePath}/`, basePath }
  cpSync(OUT, site, { recursive: true })
  relocate(site, siteAddress(), address)
  // Of each kind one, whether this build has it or not.
  for (const file of [
    'embed/demo/index.html',
    'embed/zh-CN/demo/index.html',
    'en/embed/demo/index.html',
    'notes/index.md',
    'site.webmanifest',
  ]) {
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), '{}')
  }
  if (compressed) await compressSite(site, async (text: Buffer) => compress(text))
  const recipe = readFileSync(RECIPE, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('location / {', `location ${basePath}/ {`)
    .replace('error_page 404 /404.html', `error_page 404 ${basePath}/404.html`)
    .replaceAll('/srv/lost-writes/out', site)
    .replace('include mime.types;', 'include /etc/nginx/mime.types;')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`)
  const around = `daemon off; user root; pid ${folder}/pid; error_log stderr crit;\nevents {}\nhttp { access_log off; ${temporary.join(' ')}\n`
  const conf = join(folder, 'nginx.conf')
  writeFileSync(conf, `${process.getuid?.() === 0 ? around : around.replace('user root; ', '')}${recipe}}\n`)
  const child = spawn(findProgram('nginx') ?? '', ['-c', conf, '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = new URL(address.href)
  await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), { timeout: 60_000 })
  const end = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
  return { address: url, end }
}

describe.each([
  { basePath: '', compressed: false },
  { basePath: '/wiki/redis', compressed: true },
])('nginx under "$basePath/", compressed before: $compressed', ({ basePath, compressed }) => {
  let site: Served | null = null
  beforeAll(async () => {
    if (why === null) site = await served(basePath, compressed)
  })
  afterAll(async () => site?.end())
  const ask = (path: string) => fetch(new URL(path, site?.address), { redirect: 'manual' })

  test('serves the site so that nothing is to be mended', async ({ skip }) => {
    if (site === null) return skip(why ?? '')
    expect(findingsIn(await survey(site.address))).toEqual([])
  })

  test('leads from an address without its slash to the page, and keeps the query', async ({ skip }) => {
    skip(why !== null, why ?? '')
    expect((await ask('zh-CN/wait?a=1')).headers.get('location')).toBe(`${basePath}/zh-CN/wait/?a=1`)
  })

  test.for([
    ['', 'text/html; charset=utf-8'],
    ['l/wait/', 'text/html; charset=utf-8'],
    ['robots.txt', 'text/plain; charset=utf-8'],
    ['sitemap.xml', 'text/xml; charset=utf-8'],
    ['notes/index.md', 'text/markdown; charset=utf-8'],
    ['site.webmanifest', 'application/manifest+json'],
  ] as const)('tells the type of /%s', async ([path, type], { skip }) => {
    skip(why !== null, why ?? '')
    expect((await ask(path)).headers.get('content-type')).toBe(type)
  })

  test.for(['en/wait/', 'en/nowhere/', 'icon.svg'])('sends /%s in what its reader can read', async (path, { skip }) => {
    skip(why !== null, why ?? '')
    const sent = async (accepted: string) => {
      const response = await fetch(new URL(path, site?.address), { headers: { 'accept-encoding': accepted } })
      expect(response.headers.get('vary')).toBe('Accept-Encoding')
      return [response.headers.get('content-encoding'), await response.text()]
    }
    const [none, text] = await sent('identity')
    expect(none).toBeNull()
    expect(text).toMatch(/^<(!DOCTYPE html|svg)/)
    expect(await sent('gzip')).toEqual(['gzip', text])
    expect(await sent('gzip, br;q=0')).toEqual(['gzip', text])
    expect(await sent('gzip, deflate, br')).toEqual([compressed ? 'br' : 'gzip', text])
  })

  test('lets demos for frames be framed, and nothing else', async ({ skip }) => {
    skip(why !== null, why ?? '')
    const framing = async (path: string) => (await ask(path)).headers.get('content-security-policy')
    for (const path of ['embed/demo/', 'embed/zh-CN/demo/']) expect(await framing(path), path).toBeNull()
    for (const path of ['', 'en/', 'en/embed/demo/', 'embed/nowhere/', 'l/wait/'])
      expect(await framing(path), path).toBe("frame-ancestors 'none'")
  })
})
