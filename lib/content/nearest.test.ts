import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from './nearest'

const SLUGS = [
  '',
  'wait/',
  'waitaof/',
  'split-brain/',
  'locks/',
  'redlock/',
  'min-replicas-to-write/',
  'how-we-know/',
  'how-we-know/locks/',
  'faq/',
]

const from = (base: string, language: string) => (path: string) => {
  const home = `${base}/${language}/`
  const pages = SLUGS.map((slug) => home + slug)
  return nearest(path, pages, home).map((page) => page.slice(home.length))
}

describe('the page that was meant', () => {
  it.each([
    ['/en/wiat/', 'wait/'],
    ['/en/wai/', 'wait/'],
    ['/en/split-brian/', 'split-brain/'],
    ['/en/splitbrain', 'split-brain/'],
    ['/en/split_brain/', 'split-brain/'],
    ['/en/Split%20Brain/', 'split-brain/'],
    ['/en/split-brain.html', 'split-brain/'],
    ['/en/wait/index.htm', 'wait/'],
    ['/en/WAIT/', 'wait/'],
    ['/wait/', 'wait/'],
    ['/EN/wait/', 'wait/'],
    ['/en/en/wait/', 'wait/'],
    ['/en/articles/split-brain/', 'split-brain/'],
    ['/en/how-we-know/lock/', 'how-we-know/locks/'],
    ['/en/how-we-know/redlock/', 'redlock/'],
    ['/en/min-replicas/', 'min-replicas-to-write/'],
    ['/en/redis-redlock/', 'redlock/'],
    ['/EN/', ''],
    ['/en/index.html', ''],
  ])('of %s is %s', (path, slug) => {
    expect(from('', 'en')(path)[0]).toBe(slug)
  })

  it.each(['/wiki/redis/zh-CN/split-brian/', '/wiki/redis/zh/split-brain/', '/wiki/redis/split-brain/', '/wiki/split-brain/'])(
    'is found under a sub-path, whatever of it the address has: %s',
    (path) => {
      expect(from('/wiki/redis', 'zh-CN')(path)[0]).toBe('split-brain/')
    },
  )

  it('is one of few', () => {
    expect(from('', 'en')('/en/wait-aof/')).toEqual(['waitaof/', 'wait/'])
    expect(from('', 'en')('/en/waita/')).toEqual(['wait/', 'waitaof/'])
  })

  it.each(['/en/no-such-page/', '/en/%E4%B8%AD/', '/en/kubernetes-operators/', '/admin.php', '/favicon.ico'])(
    'is none of ours: %s',
    (path) => {
      expect(from('', 'en')(path)).toEqual([])
    },
  )

  it('is asked for in any way at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(from('/a', 'zh-CN')(path).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})

it('a letter too many, too few or other leads to the page all the same', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  const slug = fc.constantFrom(...SLUGS.filter((each) => each.length > 4))
  fc.assert(
    fc.property(slug, fc.nat(), fc.nat(2), letter, (each, place, cut, put) => {
      const at = place % (each.length - 1)
      const typo = each.slice(0, at) + (cut === 0 ? '' : put) + each.slice(at + (cut === 1 ? 0 : 1))
      const known = SLUGS.includes(typo) ? typo : each
      expect(from('', 'en')(`/en/${typo}`)).toContain(known)
    }),
  )
})
