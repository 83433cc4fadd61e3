import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { withPolicy } from '../csp.mjs'
import { serve } from '../serve.mjs'
import { readArguments } from './arguments'
import { findingsIn } from './checks'
import { survey } from './survey'

const folder = mkdtempSync(join(tmpdir(), 'check-deploy-'))
const LONG = 'a { color: red }\n'.repeat(200)
const page = (body: string) =>
  withPolicy(
    `<html><head><link rel="canonical" href="https://lost.example/en/"><link rel="stylesheet" href="/_next/static/a.css"><script type="module" src="/islands/page-A.js"></script><script>1</script></head><body>${body}</body></html>`,
  )
const FILES = {
  'index.html': page('door'),
  'en/index.html': page('<p>home</p>'.repeat(300)),
  'embed/split-brain/index.html': page('demo'),
  '404.html': page('<div data-nearest></div>'),
  '_next/static/a.css': `${LONG}@font-face { src: url(media/b.woff2) }`,
  '_next/static/media/b.woff2': 'font',
  'islands/page-A.js': LONG,
  'robots.txt': 'User-Agent: *',
  'sitemap.xml': '<urlset/>',
  '.sources': '{}',
}
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

let right: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  right = await serve(folder)
})
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
afterAll(async () => {
  await right.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** A server in front of the right one, that does one thing otherwise. */
async function wrong(alter: (path: string, answer: Answer) => void): Promise<URL> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const plain = { redirect: 'manual', headers: { 'accept-encoding': 'identity' } } as const
    const asked = await fetch(new URL(path.slice(1), right.address), plain)
    const answer = {
      status: asked.status,
      headers: Object.fromEntries(asked.headers),
      body: Buffer.from(await asked.arrayBuffer()),
    }
    // Only that it was compressed is looked at.
    if (answer.body.length > 1000) answer.headers['content-encoding'] = 'identity'
    alter(path, answer)
    response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  open.push(() => new Promise((resolve) => server.closeAllConnections() ?? server.close(resolve)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return new URL(`http://localhost:${address.port}/`)
}

const told = async (address: URL) =>
  findingsIn(await survey(address)).map(({ check, about, wrong: what }) => `${check}: ${about}: ${what}`)

it('finds nothing where all is right', async () => {
  expect(await told(await wrong(() => undefined))).toEqual([])
})

const isFile = (path: string) => /^\/(islands|_next)\//.test(path)

/** What a server does wrong, and what is then told, in part. */
const FAULTS: readonly (readonly [fault: string, alter: (path: string, answer: Answer) => void, told: readonly string[]])[] = [
  [
    'sends scripts as text',
    (path, { headers }) => path.endsWith('.js') && Object.assign(headers, { 'content-type': 'text/plain' }),
    ['types: /islands/page-A.js: is sent as text/plain'],
  ],
  [
    'sends pages in another encoding',
    (path, { headers }) => path === '/en/' && Object.assign(headers, { 'content-type': 'text/html; charset=gb2312' }),
    ['types: /en/: is sent as text/html; charset=gb2312'],
  ],
  [
    'lets browsers guess',
    (_, { headers }) => delete headers['x-content-type-options'],
    ['nosniff: /en/: browsers may', 'nosniff: /_next/static/a.css: browsers may', 'nosniff: /islands/page-A.js: browsers may'],
  ],
  [
    'compresses nothing',
    (_, { headers }) => delete headers['content-encoding'],
    ['compression: /en/: 3', 'compression: /_next/static/a.css: 3', 'compression: /islands/page-A.js: 3'],
  ],
  [
    'keeps hashed files for a day',
    (path, { headers }) => isFile(path) && Object.assign(headers, { 'cache-control': 'max-age=86400' }),
    [
      'caching of hashed files: /_next/static/a.css: is kept as "max-age=86400" says',
      'caching of hashed files: /islands',
      'caching of hashed files: /_next',
      'missing files: /islands/page-00000000.js: is not there, and that is kept',
    ],
  ],
  [
    'keeps pages for a day',
    (path, { headers }) => path === '/en/' && Object.assign(headers, { 'cache-control': 'public, max-age=86400' }),
    ['caching of pages: /en/: is kept as "public, max-age=86400"'],
  ],
  [
    'says nothing of caching',
    (path, { headers }) => path === '/en/' && delete headers['cache-control'],
    ['caching of pages: /en/: is kept for as long as each browser thinks fit'],
  ],
  [
    'sends pages anew each time',
    (path, { headers }) => path === '/en/' && delete headers.etag && delete headers['last-modified'],
    ['validators: /en/: has neither'],
  ],
  [
    'takes every address for a page',
    (path, answer) =>
      answer.status === 404 && !path.includes('.') && Object.assign(answer, { status: 200, body: Buffer.from('<p>home') }),
    [
      'missing pages: /en/no-such-page-anywhere/: is not there, and answered with 200',
      'missing pages: /en/no-such-page-anywhere/: is not there, and is answered with another page',
    ],
  ],
  [
    'takes every file for a page',
    (path, answer) => /-0+[.]js$/.test(path) && Object.assign(answer, { status: 200 }),
    ['missing files: /islands/page-00000000.js: is not there, and answered with 200'],
  ],
  [
    'sends what is hidden',
    (path, answer) => path === '/.sources' && Object.assign(answer, { status: 200 }),
    ['missing files: /.sources: is sent to readers'],
  ],
  [
    'adds no slash',
    (path, answer) => path === '/en?a=1' && Object.assign(answer, { status: 404 }),
    ['slashes: /en?a=1: is led to'],
  ],
  [
    'forgets the query',
    (path, { headers }) => path === '/en?a=1' && Object.assign(headers, { location: '/en/' }),
    ['slashes: /en?a=1: is led to http://localhost:'],
  ],
  [
    'names its own port',
    (path, { headers }) => path === '/en?a=1' && Object.assign(headers, { location: 'http://localhost:8080/en/?a=1' }),
    ['slashes: /en?a=1: is led to http://localhost:8080/en/?a=1'],
  ],
  [
    'lets pages be framed',
    (_, { headers }) => delete headers['content-security-policy'],
    ['framing: /en/: may be framed by any site'],
  ],
  [
    'lets no demo be framed',
    (path, { headers }) => path.startsWith('/embed/') && Object.assign(headers, { 'x-frame-options': 'DENY' }),
    ['framing: /embed/split-brain/: may not be framed'],
  ],
  [
    'rewrites scripts',
    (path, answer) =>
      path === '/en/' && Object.assign(answer, { body: Buffer.from(answer.body.toString().replace('<script>1', '<script>2')) }),
    ['policy: /en/: is not as it was built'],
  ],
  [
    'has a policy for all its sites',
    (path, { headers }) =>
      path === '/en/' && Object.assign(headers, { 'content-security-policy': "default-src 'self'; frame-ancestors 'none'" }),
    ['policy: /en/: gets a policy on top of its own'],
  ],
  [
    'shares nothing',
    (_, { headers }) => delete headers['access-control-allow-origin'],
    ['use in frames: /islands/page-A.js', 'use in frames: /_next/static/media/b.woff2'],
  ],
  [
    'lacks a file',
    (path, answer) => path === '/islands/page-A.js' && Object.assign(answer, { status: 404 }),
    ['files: /islands/page-A.js: is asked for by pages, and answered with 404'],
  ],
]

describe('a server that', () => {
  it.each(FAULTS)('%s is told so, and nothing else', async (_, alter, expected) => {
    const findings = await told(await wrong(alter))
    expect(findings).toHaveLength(expected.length)
    expect(findings).toEqual(expected.map((part) => expect.stringContaining(part)))
  })

  it('serves what was built for another path is told how to move it', async () => {
    const other = await serve(folder, { basePath: '/docs' })
    open.push(other.close)
    const [first] = findingsIn(await survey(new URL(other.address)))
    expect(first).toMatchObject({ check: 'address', remedy: `npm run relocate -- ${other.address} moves it` })
  })
})

describe('an address where', () => {
  it('nobody answers is refused', async () => {
    await expect(survey(new URL('http://localhost:1/'))).rejects.toThrow('http://localhost:1/: expected an answer, got none')
  })

  it('another site answers is refused', async () => {
    const address = await wrong(
      (path, answer) => path === '/' && Object.assign(answer, { body: Buffer.from('Welcome to nginx!') }),
    )
    await expect(survey(address)).rejects.toThrow(
      `${address.href}: expected the front door of this site, got an answer with the status 200`,
    )
  })
})

it.each([
  [[], 'which address? usage: npm run check:deploy'],
  [['wiki.example'], 'got "wiki.example": not an absolute address'],
  [['https://a.example/', 'https://b.example/'], 'one address at a time'],
])('%j is refused', (args, sentence) => {
  expect(() => readArguments(args)).toThrow(sentence)
})
