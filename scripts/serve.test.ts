import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { HEADERS, serve } from './serve.mjs'

const parent = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(parent, 'out')
const LARGE = 'let a = 1\n'.repeat(1000)
mkdirSync(join(folder, 'en', 'bare'), { recursive: true })
mkdirSync(join(folder, '_next', 'static'), { recursive: true })
mkdirSync(join(folder, 'islands'))
mkdirSync(join(parent, 'outside'))
writeFileSync(join(parent, 'secret.txt'), 'secret')
writeFileSync(join(parent, 'outside', 'index.html'), 'secret')
writeFileSync(join(folder, 'index.html'), 'front door')
writeFileSync(join(folder, '404.html'), 'missing')
writeFileSync(join(folder, '.sources'), 'hidden')
writeFileSync(join(folder, 'en', 'index.html'), 'english')
writeFileSync(join(folder, 'en', 'a b%.txt'), 'odd name')
writeFileSync(join(folder, '_next', 'static', 'a.js'), LARGE)
writeFileSync(join(folder, 'islands', 'page-A.js'), '')
for (const name of ['a.mjs', 'a.wasm', 'a.css', 'a.svg', 'a.json', 'a.woff2', 'a.webmanifest', 'a.xml', 'a.png']) {
  writeFileSync(join(folder, name), '')
}
symlinkSync(join(parent, 'secret.txt'), join(folder, 'leak.txt'))
symlinkSync(join(parent, 'outside'), join(folder, 'leak'))
symlinkSync(join(folder, 'en', 'index.html'), join(folder, 'inside.html'))
symlinkSync(join(folder, 'circle'), join(folder, 'circle'))

type Site = Awaited<ReturnType<typeof serve>>
const open: Site[] = []

async function site(options = {}, root = folder) {
  const opened = await serve(root, options)
  open.push(opened)
  return opened
}

afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close()
})
afterAll(() => rmSync(parent, { recursive: true }))

/** Sends bytes as they are, to either of the addresses of this machine; `fetch` would tidy them first. */
async function raw(address: string, request: string, host = '127.0.0.1'): Promise<string> {
  const socket = connect(Number(new URL(address).port), host)
  socket.write(request, 'latin1')
  return text(socket)
}

async function ask(address: string, target: string, { method = 'GET', host = '127.0.0.1', headers = '' } = {}) {
  const answer = await raw(address, `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`, host)
  const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s)
  return { status: Number(head.split(' ')[1]), head, body }
}

test('folders answer with their index, under a trailing slash', async () => {
  const { address } = await site()
  expect(await (await fetch(address)).text()).toBe('front door')
  const redirected = await fetch(`${address}en?a=1`, { redirect: 'manual' })
  expect([redirected.status, redirected.headers.get('location')]).toEqual([308, '/en/?a=1'])
  expect(await (await fetch(`${address}en/`)).text()).toBe('english')
  expect(await (await fetch(`${address}en/a%20b%25.txt`)).text()).toBe('odd name')
})

test('what is not there gets the 404 page and its status', async () => {
  const { address } = await site()
  for (const path of ['nothing', 'nothing/', 'index.html/', '.sources', 'en/../.sources', '%', 'en/bare', 'en/bare/', 'circle']) {
    const response = await fetch(address + path)
    expect([response.status, await response.text()], path).toEqual([404, 'missing'])
  }
})

test('a folder without a 404 page still answers', async () => {
  const { address } = await site({}, join(folder, 'en'))
  expect((await fetch(`${address}nothing`)).status).toBe(404)
  expect((await fetch(address)).status).toBe(200)
})

test('a folder that is not there answers too', async () => {
  const { address } = await site({}, join(parent, 'nowhere'))
  expect((await fetch(address)).status).toBe(404)
})

test('a file that came and went is answered as it is', async () => {
  const { address } = await site()
  const path = join(folder, 'came.txt')
  writeFileSync(path, 'here')
  expect((await fetch(`${address}came.txt`)).status).toBe(200)
  rmSync(path)
  expect((await fetch(`${address}came.txt`)).status).toBe(404)
})

test('a site that is built anew is served anew', async () => {
  const [old, built] = ['old', 'built'].map((name) => join(parent, name))
  mkdirSync(old ?? '')
  writeFileSync(join(old ?? '', 'index.html'), 'old')
  const { address } = await site({}, old)
  expect(await (await fetch(address)).text()).toBe('old')
  renameSync(old ?? '', `${old}-away`)
  expect((await fetch(address)).status).toBe(404)
  mkdirSync(built ?? '')
  writeFileSync(join(built ?? '', 'index.html'), 'new')
  renameSync(built ?? '', old ?? '')
  expect(await (await fetch(address)).text()).toBe('new')
})

describe('nothing outside the folder is served', () => {
  test.each([
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/en/%2e%2e/%2e%2e/secret.txt',
    '/leak.txt',
    '/leak',
    '/leak/',
    '/leak/index.html',
    '/.sources',
    '/%2esources',
  ])('%s', async (target) => {
    const { address } = await site()
    expect(await ask(address, target)).toMatchObject({ status: 404, body: 'missing' })
  })

  test('a link within it is followed', async () => {
    const { address } = await site()
    expect(await (await fetch(`${address}inside.html`)).text()).toBe('english')
  })
})

/** Targets that no browser asks for, and what they get. */
const ODD: readonly (readonly [target: string, status: number])[] = [
  ['//', 404],
  ['///', 404],
  ['////////', 404],
  ['//?', 404],
  ['//#', 404],
  ['/\\', 404],
  ['/\\\\', 404],
  ['\\', 400],
  ['//:80/', 404],
  ['//[', 404],
  ['//[::1', 404],
  ['//]', 404],
  ['//%00', 404],
  ['//@', 404],
  ['//a@b:c/', 404],
  ['//example.com', 404],
  ['//example.com/en', 404],
  ['//en', 404],
  ['/en//', 404],
  ['/en/.', 404],
  ['/en/..', 404],
  ['/./en/', 404],
  ['/..', 404],
  ['..', 400],
  ['.', 400],
  ['*', 404],
  ['en', 400],
  ['?', 400],
  ['#', 400],
  ['/?', 200],
  ['/#', 200],
  ['/?//', 200],
  ['/#?%', 200],
  ['http://', 200],
  ['http://%', 200],
  ['http://[', 200],
  ['http://x:99999/', 200],
  ['http://x/en/', 200],
  ['HTTPS://x/en', 308],
  ['http:/', 400],
  ['http:', 400],
  ['file:///etc/passwd', 404],
  ['javascript:alert(1)', 400],
  ['/%', 404],
  ['/%zz', 404],
  ['/%c0%af', 404],
  ['/%ff', 404],
  ['/%00', 404],
  ['/en%00', 404],
  ['/index.html%00.txt', 404],
  ['/%2f%2f', 404],
  ['/%2F', 404],
  ['/%5c', 404],
  ['/%0d%0aset-cookie:a', 404],
  ['/\xff\xfe', 400],
  ['/|', 404],
  ['/con', 404],
  [`/${'a'.repeat(5000)}`, 404],
  [`/${'a/'.repeat(4000)}`, 404],
  [`/${'%2e/'.repeat(2000)}`, 404],
]

describe('no request ends the server', () => {
  test.each(ODD)('%j: %d', async (target, status) => {
    const { address } = await site()
    const answer = await ask(address, target)
    expect(answer.status).toBe(status)
    // Nobody is sent to another host.
    expect(/^location: (.*)$/im.exec(answer.head)?.[1] ?? '/').toMatch(/^\/(?![/\\])/)
    expect((await fetch(address)).status).toBe(200)
  })

  test.each([
    ['nonsense', 'nonsense\r\n\r\n', 400],
    ['a bare target', 'GET  HTTP/1.1\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nA: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['an upgrade', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n', 200],
    ['an odd range', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nRange: bytes=-,5-2,\r\n\r\n', 200],
    ['an odd condition', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-Match: "\r\n\r\n', 412],
    ['odd encodings', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: ;;q=a,*;q=9\r\n\r\n', 200],
  ])('%s', async (_, request, status) => {
    const { address } = await site()
    expect(await raw(address, request)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect((await fetch(address)).status).toBe(200)
  })

  test('half a request, then none', async () => {
    const { address } = await site()
    await new Promise((resolve) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1')
      socket.write('GET /_next/static/a.js HTTP/1.1\r\nHost: x\r\n\r\nGET /', () => socket.destroy())
      socket.on('close', resolve)
    })
    expect((await fetch(address)).status).toBe(200)
  })
})

test('it reads, and does nothing else', async () => {
  const { address } = await site()
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) {
    const { status, head, body } = await ask(address, '/', { method })
    expect([status, body], method).toEqual([405, ''])
    expect(head, method).toMatch(/^allow: GET, HEAD$/im)
  }
  const { status, head, body } = await ask(address, '/en/', { method: 'HEAD' })
  expect([status, body]).toEqual([200, ''])
  expect(head).toMatch(/^content-length: 7$/im)
})

test('types are told', async () => {
  const { address } = await site()
  const types = {
    '': 'text/html; charset=utf-8',
    '_next/static/a.js': 'text/javascript; charset=utf-8',
    'a.mjs': 'text/javascript; charset=utf-8',
    'a.wasm': 'application/wasm',
    'a.css': 'text/css; charset=utf-8',
    'a.svg': 'image/svg+xml',
    'a.json': 'application/json; charset=utf-8',
    'a.woff2': 'font/woff2',
    'a.webmanifest': 'application/manifest+json; charset=utf-8',
    'a.xml': 'application/xml',
    'a.png': 'image/png',
    nothing: 'text/html; charset=utf-8',
  }
  for (const [path, type] of Object.entries(types)) {
    expect((await fetch(address + path)).headers.get('content-type'), path).toBe(type)
  }
})

test('what carries a hash in its name is kept, all else is asked for again, what is missing too', async () => {
  const { address } = await site()
  const caching = async (path: string) => (await fetch(address + path)).headers.get('cache-control')
  expect(await caching('_next/static/a.js')).toContain('immutable')
  expect(await caching('islands/page-A.js')).toContain('immutable')
  for (const path of ['', 'en/', 'nothing', '_next/static/nothing.js', '_next/static/'])
    expect(await caching(path), path).toBe('no-cache')
})

test('what a page needs in a sandboxed frame may be asked for from anywhere, and nothing else', async () => {
  const { address } = await site()
  const shared = async (path: string) => (await fetch(address + path)).headers.get('access-control-allow-origin')
  expect(await shared('islands/page-A.js')).toBe('*')
  for (const path of ['', 'en/', 'a.json', 'islands/nothing.js']) expect(await shared(path), path).toBeNull()
})

test('a file that has not changed is not sent again', async () => {
  const { address } = await site()
  const first = await ask(address, '/en/')
  const tag = /^etag: (.*)$/im.exec(first.head)?.[1] ?? ''
  expect(tag).toMatch(/^W\/"/)
  expect(await ask(address, '/en/', { headers: `If-None-Match: ${tag}\r\n` })).toMatchObject({ status: 304, body: '' })
  expect(await ask(address, '/en/', { headers: 'If-None-Match: "other"\r\n' })).toMatchObject({ status: 200, body: 'english' })
  expect(await ask(address, '/nothing', { headers: 'If-None-Match: *\r\n' })).toMatchObject({ status: 404, body: 'missing' })
})

test('a part of a file is sent as asked', async () => {
  const { address } = await site()
  const part = (range: string) =>
    ask(address, '/_next/static/a.js', { headers: `Range: bytes=${range}\r\nAccept-Encoding: gzip\r\n` })
  expect(await part('4-8')).toMatchObject({
    status: 206,
    body: 'a = 1',
    head: expect.stringMatching(/^content-range: bytes 4-8\/10000$/im),
  })
  expect(await part('-2')).toMatchObject({ status: 206, body: '1\n' })
  expect(await part('10000-')).toMatchObject({
    status: 416,
    body: '',
    head: expect.stringMatching(/^content-range: bytes \*\/10000$/im),
  })
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('text is compressed: %s', async (encoding, decompress) => {
  const { address } = await site()
  const { port } = new URL(address)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(`GET /_next/static/a.js HTTP/1.0\r\nAccept-Encoding: ${encoding}\r\n\r\n`)
  const bytes = Buffer.concat(await socket.toArray())
  const end = bytes.indexOf('\r\n\r\n')
  expect(bytes.subarray(0, end).toString()).toMatch(new RegExp(`^content-encoding: ${encoding}$`, 'im'))
  expect(bytes.subarray(0, end).toString()).toMatch(/^vary: accept-encoding$/im)
  expect(decompress(bytes.subarray(end + 4)).toString()).toBe(LARGE)
  expect(bytes.length).toBeLessThan(LARGE.length / 10)
})

test('every answer carries the headers that a page can not', async () => {
  const { address } = await site()
  for (const path of ['', 'en', 'nothing', '_next/static/a.js']) {
    const { headers } = await fetch(address + path, { redirect: 'manual' })
    for (const [name, value] of Object.entries(HEADERS)) expect(headers.get(name), `${path}: ${name}`).toBe(value)
  }
})

test('a demo that is made for frames may be framed', async () => {
  mkdirSync(join(folder, 'embed', 'demo'), { recursive: true })
  writeFileSync(join(folder, 'embed', 'demo', 'index.html'), 'demo')
  const { address } = await site()
  const framing = async (path: string) => (await fetch(address + path)).headers.get('content-security-policy')
  expect(await framing('embed/demo/')).toBeNull()
  expect(await framing('embed/nothing/')).toBe("frame-ancestors 'none'")
})

test('the recipe for nginx sends the same headers', () => {
  const recipe = readFileSync(join(import.meta.dirname, '..', 'hosting', 'nginx.conf'), 'utf8')
  const { 'Content-Security-Policy': framing, ...others } = HEADERS
  const lines = [
    `default "${framing}";`,
    ...Object.entries(others).map(([name, value]) => `add_header ${name} "${value}" always;`),
  ]
  expect(lines.filter((line) => !recipe.includes(line))).toEqual([])
})

test('under a base path, only that is served', async () => {
  const { address } = await site({ basePath: '/docs' })
  expect(address).toMatch(/\/docs\/$/)
  expect(await (await fetch(`${address}en/`)).text()).toBe('english')
  for (const path of ['/', '/en/', '/docsen/', '/docs../docs/']) expect((await ask(address, path)).status, path).toBe(404)
  expect((await ask(address, '/docs?a')).head).toMatch(/^location: \/docs\/\?a$/im)
  expect((await ask(address, '/docs/en')).head).toMatch(/^location: \/docs\/en\/$/im)
})

test('localhost is served, whichever address that is', async () => {
  const { address } = await site()
  expect((await ask(address, '/')).status).toBe(200)
  const six = ask(address, '/', { host: '::1' })
  // A machine without IPv6 has no such address.
  expect(await six.then(({ status }) => status).catch(({ code }) => code)).toBeOneOf([200, 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])
})

test('a taken port is left for a free one', async () => {
  const first = await site()
  const second = await site({ port: Number(new URL(first.address).port) })
  expect(second.address).not.toBe(first.address)
  expect((await fetch(second.address)).status).toBe(200)
})
