// Links never rot: what was published once resolves in the built site. Needs the build, no browser.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import moved from '@/content/moved.json'
import permalinks from '@/content/permalinks.json'
import shortLinks from '@/content/short-links.json'
import { articlesIn } from '@/lib/content/articles'
import { broken, extended } from '@/lib/content/permalinks'
import { extendedShortLinks, shortPath } from '@/lib/content/short-links'
import { builtPages } from '../scripts/permalinks/built-pages'
import { linkableOf } from '../scripts/permalinks/linkable'
import { OUT } from './browser'

const pages = builtPages(OUT)

test('every address that was ever published leads somewhere, in every language', () => {
  expect(broken(permalinks, pages, moved)).toEqual([])
})

test('every address of the site is written down: `npm run permalinks` adds what is missing', () => {
  expect(permalinks).toEqual(extended(permalinks, pages))
})

test('every short link has a page and leads somewhere, in every language', () => {
  expect(Object.keys(shortLinks).filter((id) => !existsSync(join(OUT, shortPath(id), 'index.html')))).toEqual([])
  expect(broken(Object.values(shortLinks), pages, moved)).toEqual([])
})

test('every article and named demo has a short link: `npm run permalinks` adds what is missing', () => {
  expect(shortLinks).toEqual(extendedShortLinks(shortLinks, articlesIn('en').map(linkableOf)))
})
