import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { COMPRESSED, compressSite, TEXT } from './compress.mjs'

const folder = mkdtempSync(join(tmpdir(), 'compress-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PAGE = '<p>lost</p>'.repeat(100)

test('the text of a site is there a second time, compressed, and all else as it is', async () => {
  mkdirSync(join(folder, 'en'))
  writeFileSync(join(folder, 'en', 'index.html'), PAGE)
  writeFileSync(join(folder, 'picture.png'), 'png')
  const [before, after] = await compressSite(folder)
  expect(before).toBe(PAGE.length)
  expect(after).toBeLessThan(PAGE.length / 10)
  const read = (file: string) => readFileSync(join(folder, COMPRESSED, file))
  expect(brotliDecompressSync(read('en/index.html')).toString()).toBe(PAGE)
  expect(read('picture.png').toString()).toBe('png')
})

test('it is made anew, of the site alone', async () => {
  writeFileSync(join(folder, COMPRESSED, 'gone.html'), 'gone')
  expect((await compressSite(folder))[0]).toBe(PAGE.length)
  expect(() => readFileSync(join(folder, COMPRESSED, 'gone.html'))).toThrow('ENOENT')
})

test('the recipe for nginx knows what is compressed', () => {
  const recipe = readFileSync(join(import.meta.dirname, '..', 'hosting', 'nginx.conf'), 'utf8')
  const endings = TEXT.map((ending) => ending.slice(1)).join('|')
  expect(recipe).toContain(`/${COMPRESSED}:(200|206|304|404):.*\\.(${endings})$`)
})
