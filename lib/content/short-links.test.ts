import { expect, it } from 'vitest'
import permalinks from '@/content/permalinks.json'
import shortLinks from '@/content/short-links.json'
import { extendedShortLinks, shortPath } from './short-links'

const ARTICLES = [
  { slug: 'can-redis', demos: ['crash', 'wait'] },
  { slug: 'wait', demos: ['wait'] },
  { slug: 'jepsen', demos: ['crash', 'crash'] },
]

it('every article and every named demo gets one', () => {
  expect(extendedShortLinks({}, ARTICLES)).toEqual({
    'can-redis': 'can-redis/',
    'demo-crash': 'can-redis/#demo-crash',
    'demo-wait': 'wait/#demo-wait',
    jepsen: 'jepsen/',
    wait: 'wait/',
  })
})

it('one that was published stays, and leads where it led', () => {
  const known = { gone: 'wait/', 'demo-wait': 'jepsen/#demo-wait' }
  expect(extendedShortLinks(known, ARTICLES)).toMatchObject(known)
})

it('those of this site have ids that need no escaping, and lead to addresses that were written down', () => {
  expect(Object.keys(shortLinks).length).toBeGreaterThan(40)
  expect(Object.keys(shortLinks).filter((id) => shortPath(id) !== encodeURI(shortPath(id)) || /[^a-z0-9-]/.test(id))).toEqual([])
  expect(Object.values(shortLinks).filter((address) => !permalinks.includes(address))).toEqual([])
})
