// Links never rot: what was published once resolves in the built site. Needs the build, no browser.
import { expect, test } from 'vitest'
import permalinks from '@/content/permalinks.json'
import { broken, extended } from '@/lib/content/permalinks'
import { builtPages } from '../scripts/permalinks/built-pages'
import { OUT } from './browser'

const pages = builtPages(OUT)

test('every address that was ever published leads somewhere, in every language', () => {
  expect(broken(permalinks, pages)).toEqual([])
})

test('every address of the site is written down: `npm run permalinks` adds what is missing', () => {
  expect(permalinks).toEqual(extended(permalinks, pages))
})
