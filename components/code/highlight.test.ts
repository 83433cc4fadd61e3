import { expect, test, vi } from 'vitest'
import { FENCE_LANGUAGES } from '@/lib/content/fence-languages'
import { highlight } from './highlight'

/** Each line as `kind:text` of the tokens that have one. */
function told(code: string) {
  const lines = highlight(code, 'redis.conf')
  return lines.map((line) => line.flatMap(({ text, kind }) => (kind ? `${kind}:${text}` : [])))
}

test('redis.conf: directives, numbers, words and strings', () => {
  expect(told('min-replicas-to-write 1\nappendfsync everysec\nlogfile "a b"\nmaxmemory 2gb')).toEqual([
    ['keyword:min-replicas-to-write', 'constant:1'],
    ['keyword:appendfsync', 'constant:everysec'],
    ['keyword:logfile', 'string-expression:"a b"'],
    ['keyword:maxmemory', 'constant:2gb'],
  ])
})

test('redis.conf: a # opens a comment only at the start of a line', () => {
  expect(told('  # not now\nrequirepass a#b')).toEqual([['comment:  # not now'], ['keyword:requirepass']])
})

test('a slow machine colours the same', () => {
  const code = 'async function wait(primary) {\n  return primary.call("WAIT", 2) // here\n}'
  const quick = highlight(code, 'js')
  let now = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 10_000
    return now
  })
  expect(highlight(code, 'js')).toEqual(quick)
  clock.mockRestore()
})

test('the text comes back whole in every language', () => {
  const code = 'sentinel monitor m 10.0.0.1 6379 2\n\n# end "x'
  for (const language of FENCE_LANGUAGES) {
    const lines = highlight(code, language)
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n'), language).toBe(code)
  }
})
