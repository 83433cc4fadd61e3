import { describe, expect, it } from 'vitest'
import moved from '@/content/moved.json'
import { aliasesIn, movedPages, today } from './moved'

const TABLE = { 'waiting/': 'wait/', 'wait/': 'on-wait/', 'on-wait/#price': 'on-wait/#cost', 'lag/': 'max-lag/#clocks' }

describe('an address', () => {
  it.each([
    ['split-brain/', 'split-brain/'],
    ['', ''],
    ['wait/', 'on-wait/'],
    ['waiting/', 'on-wait/'],
    ['waiting/#same-connection', 'on-wait/#same-connection'],
    ['waiting/#price', 'on-wait/#cost'],
    ['on-wait/#price', 'on-wait/#cost'],
    ['lag/', 'max-lag/#clocks'],
    ['lag/#anything', 'max-lag/#clocks'],
  ])('%j leads to %j', (address, to) => {
    expect(today(address, TABLE)).toBe(to)
  })

  it('that leads back to where it began is refused', () => {
    expect(() => movedPages({ 'a/': 'b/', 'b/': 'a/' })).toThrow(
      'content/moved.json: "a/ → b/ → a/": expected an address that does not',
    )
  })
})

it('a page that has moved leads to where it is now', () => {
  expect([...movedPages(TABLE)]).toEqual([
    ['waiting/', 'on-wait/'],
    ['wait/', 'on-wait/'],
    ['lag/', 'max-lag/#clocks'],
  ])
})

describe('a place', () => {
  it('goes on answering to its former id, on the page where its old address leads', () => {
    expect(aliasesIn(TABLE)).toEqual([{ page: 'on-wait/', id: 'cost', former: 'price' }])
    expect(aliasesIn({ 'waiting/': 'wait/', 'waiting/#price': 'wait/#cost' })).toEqual([
      { page: 'wait/', id: 'cost', former: 'price' },
    ])
  })

  it('can not leave a page that is still there', () => {
    expect(() => aliasesIn({ 'wait/#aof': 'waitaof/#aof' })).toThrow('"wait/#aof": expected a place of wait/: leave a heading')
  })
})

it.each([
  [{ '/wait/': 'wait/' }, '"/wait/": expected an address such as'],
  [{ wait: 'waiting/' }, '"wait": expected an address such as'],
  [{ '': 'wait/' }, '"": expected an address such as'],
  [{ 'waiting/': 'https://wiki.example/' }, '"waiting/: https://wiki.example/": expected an address such as'],
  [{ 'wait/#price': 'wait/' }, '"wait/#price: wait/": expected a place'],
])('%j is refused', (table, sentence) => {
  expect(() => [movedPages(table), aliasesIn(table)]).toThrow(sentence)
})

it('what has moved in this site is in order', () => {
  expect(() => [movedPages(moved), aliasesIn(moved)]).not.toThrow()
})
