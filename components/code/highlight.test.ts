import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { highlight, isLanguage, LANGUAGES } from './highlight'

const content = join(import.meta.dirname, '..', '..', 'content')

/** Each line as `class:text` of its coloured tokens. */
async function coloured(code: string) {
  const lines = await highlight(code, 'redis.conf')
  return lines.map((line) => line.flatMap(({ text, className }) => (className ? `${className}:${text}` : [])))
}

test('redis.conf: directives, numbers, words and strings', async () => {
  expect(await coloured('min-replicas-to-write 1\nappendfsync everysec\nlogfile "a b"\nmaxmemory 2gb')).toEqual([
    ['t-keyword:min-replicas-to-write', 't-constant:1'],
    ['t-keyword:appendfsync', 't-constant:everysec'],
    ['t-keyword:logfile', 't-string-expression:"a b"'],
    ['t-keyword:maxmemory', 't-constant:2gb'],
  ])
})

test('redis.conf: a # opens a comment only at the start of a line', async () => {
  expect(await coloured('  # not now\nrequirepass a#b')).toEqual([['t-comment:  # not now'], ['t-keyword:requirepass']])
})

test('a slow machine colours the same', async () => {
  const code = 'async function wait(primary) {\n  return primary.call("WAIT", 2) // here\n}'
  const quick = await highlight(code, 'js')
  let now = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 10_000
    return now
  })
  expect(await highlight(code, 'js')).toEqual(quick)
  clock.mockRestore()
})

test('the text comes back whole in every language', async () => {
  const code = 'sentinel monitor m 10.0.0.1 6379 2\n\n# end "x'
  for (const language of LANGUAGES) {
    const lines = await highlight(code, language)
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n'), language).toBe(code)
  }
})

test('every fence of every article names a language the site knows', () => {
  const fences = LOCALES.flatMap((locale) =>
    readdirSync(join(content, locale)).flatMap((name) => {
      const source = readFileSync(join(content, locale, name), 'utf8')
      return [...source.matchAll(/^\s*```+(.*)$/gm)].filter((_, index) => index % 2 === 0).map((match) => `${name}: ${match[1]}`)
    }),
  )
  expect(fences.length).toBeGreaterThan(0)
  expect(fences.filter((fence) => !isLanguage(fence.split(': ')[1] ?? ''))).toEqual([])
})
