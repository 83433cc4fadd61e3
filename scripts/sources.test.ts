import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashSources, isFresh, recordBuild } from './sources.mjs'

let checkout = ''
let out = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'sources-'))
  out = join(checkout, 'out')
  for (const folder of ['content/en', 'lib/sim', 'out/en/wait', 'out/_next/static'])
    mkdirSync(join(checkout, folder), { recursive: true })
  for (const file of ['content/en/wait.mdx', 'lib/sim/run.ts', 'package.json', 'package-lock.json'])
    writeFileSync(join(checkout, file), file)
  for (const file of ['index.html', 'en/wait/index.html', '_next/static/a.js']) writeFileSync(join(out, file), file)
})
afterEach(() => rmSync(checkout, { recursive: true }))

describe('the hash of the sources', () => {
  test('is the same for the same files', () => {
    expect(hashSources(checkout)).toBe(hashSources(checkout))
  })

  test.each(['content/en/wait.mdx', 'lib/sim/run.ts', 'lib/new.ts', 'package.json', 'package-lock.json', 'next.config.js'])(
    'changes with %s',
    (file) => {
      const before = hashSources(checkout)
      appendFileSync(join(checkout, file), 'more')
      expect(hashSources(checkout)).not.toBe(before)
    },
  )

  test.each([
    ['a lock file of an editor', 'content/en/.#wait.mdx', 'someone@host.123:456'],
    ['a link to nowhere', 'lib/sim/gone.ts', '../nowhere.ts'],
    ['a link to itself', 'lib/circle', 'circle'],
    ['a link to a folder above', 'lib/sim/above', '..'],
  ])('does without %s', (_, link, target) => {
    const before = hashSources(checkout)
    symlinkSync(target, join(checkout, link))
    expect(hashSources(checkout)).toBe(before)
  })
})

describe('a build', () => {
  beforeEach(() => recordBuild(out, 'abc'))

  test('is fresh while it is whole and its sources are the same', () => {
    expect(isFresh(out, 'abc')).toBe(true)
    expect(isFresh(out, 'abd')).toBe(false)
  })

  test.each(['en/wait/index.html', '_next', 'index.html', '.sources', ''])('is stale without %j', (path) => {
    rmSync(join(out, path), { recursive: true })
    expect(isFresh(out, 'abc')).toBe(false)
  })

  test('is stale when a file was cut short', () => {
    writeFileSync(join(out, '_next/static/a.js'), '')
    expect(isFresh(out, 'abc')).toBe(false)
  })

  test.each(['', 'abc', '"abc"', '{"sources": "abc"', 'null'])('is stale with a record of %j', (record) => {
    writeFileSync(join(out, '.sources'), record)
    expect(isFresh(out, 'abc')).toBe(false)
  })

  test('is fresh with files that others put beside it', () => {
    writeFileSync(join(out, '.DS_Store'), '')
    expect(isFresh(out, 'abc')).toBe(true)
  })
})
