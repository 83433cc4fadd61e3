import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { serve } from './serve.mjs'

const parent = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(parent, 'out')
mkdirSync(join(folder, 'en'), { recursive: true })
mkdirSync(join(folder, '_next', 'static'), { recursive: true })
writeFileSync(join(parent, 'secret.txt'), 'secret')
writeFileSync(join(folder, 'index.html'), 'front door')
writeFileSync(join(folder, '404.html'), 'missing')
writeFileSync(join(folder, '.sources'), 'hidden')
writeFileSync(join(folder, 'en', 'index.html'), 'english')
writeFileSync(join(folder, '_next', 'static', 'a.js'), 'let a')

type Site = Awaited<ReturnType<typeof serve>>
const open: Site[] = []

async function site(options = {}) {
  const opened = await serve(folder, options)
  open.push(opened)
  return opened
}

afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close()
})
afterAll(() => rmSync(parent, { recursive: true }))

/** Asks with the path as it is: `fetch` would tidy it first. */
function rawStatus(address: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('folders answer with their index, under a trailing slash', async () => {
  const { address } = await site()
  expect(await (await fetch(address)).text()).toBe('front door')
  const redirected = await fetch(`${address}en?a=1`, { redirect: 'manual' })
  expect([redirected.status, redirected.headers.get('location')]).toEqual([308, '/en/?a=1'])
  expect(await (await fetch(`${address}en/`)).text()).toBe('english')
})

test('what is not there gets the 404 page and its status', async () => {
  const { address } = await site()
  for (const path of ['nothing', 'nothing/', 'index.html/', '.sources', 'en/../.sources', '%']) {
    const response = await fetch(address + path)
    expect([response.status, await response.text()], path).toEqual([404, 'missing'])
  }
})

test('a folder without a 404 page still answers', async () => {
  const bare = await serve(join(folder, 'en'))
  open.push(bare)
  expect((await fetch(`${bare.address}nothing`)).status).toBe(404)
  expect((await fetch(bare.address)).status).toBe(200)
})

test('nothing outside the folder is served', async () => {
  const { address } = await site()
  for (const path of ['/../secret.txt', '/en/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) {
    expect(await rawStatus(address, path), path).toBe(404)
  }
})

test('types and caching are told', async () => {
  const { address } = await site()
  const script = await fetch(`${address}_next/static/a.js`, { method: 'HEAD' })
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(address)).headers.get('cache-control')).toBe('no-cache')
})

test('under a base path, only that is served', async () => {
  const { address } = await site({ basePath: '/docs' })
  expect(address).toMatch(/\/docs\/$/)
  expect(await (await fetch(`${address}en/`)).text()).toBe('english')
  expect((await fetch(new URL('/en/', address))).status).toBe(404)
})

test('a taken port is left for a free one', async () => {
  const first = await site()
  const second = await site({ port: Number(new URL(first.address).port) })
  expect(second.address).not.toBe(first.address)
  expect((await fetch(second.address)).status).toBe(200)
})
