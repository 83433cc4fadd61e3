// What readers type, held against what the built site holds: content/searches.json. Needs the build, no browser.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import permalinks from '@/content/permalinks.json'
import asked from '@/content/questions.json'
import searches from '@/content/searches.json'
import { LOCALES, type Locale } from '@/lib/locale'
import { type Place, SEARCH_FILE, type SearchData } from '@/lib/search/data'
import { Engine } from '@/lib/search/engine'
import { OUT } from './browser'

/** How many of each hundred must lead at once to where a reader ought to come. */
const RIGHT = 90

/** These have no second hit: error texts, old names, and what the site is found by. */
const CERTAIN: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'NOREPLICAS',
    'READONLY',
    'MASTERDOWN',
    '-failover-abort-not-elected',
    'None of slaves were synced',
    'min-slaves-max-lag',
    'min-slaves-to-write',
    'slave',
    'master',
  ],
  'zh-CN': [
    '脑裂',
    '哨兵',
    '异步复制',
    '故障转移',
    '宕机',
    '拒绝写请求',
    '数据丢失',
    'redisson',
    'min-slaves-max-lag',
    'RedLock',
    'NOREPLICAS',
    'READONLY',
    'MASTERDOWN',
    '-failover-abort-not-elected',
    'None of slaves were synced',
  ],
}

interface Wanted {
  readonly query: string
  /** Where the first hit may lead; a page: to it, or to a section of it. */
  readonly first: readonly string[]
}

const engines = new Map<string, Engine>()
const places = new Map<string, readonly Place[]>()

beforeAll(async () => {
  for (const locale of LOCALES) {
    const data: SearchData = JSON.parse(readFileSync(join(OUT, locale, SEARCH_FILE), 'utf8'))
    places.set(locale, data.places)
    engines.set(locale, await Engine.over(data))
  }
})

function wantedIn(locale: Locale): readonly Wanted[] {
  return searches.filter(({ language }) => language === locale)
}

/** Each question of the FAQ as it is asked there, with its own address. */
function questionsIn(locale: Locale): readonly Wanted[] {
  const ids = new Set(asked.questions.map(({ section }) => section))
  return (places.get(locale) ?? [])
    .filter(({ address }) => ids.has(address))
    .map(({ heading, address }) => ({ query: heading, first: [address] }))
}

/** Those whose first hit is another, with where they lead. */
function missed(locale: Locale, wanted: readonly Wanted[]): readonly string[] {
  return wanted.flatMap(({ query, first }) => {
    const address = engines.get(locale)?.find(query)[0]?.address ?? 'nothing'
    return first.some((each) => leads(address, each)) ? [] : [`${query} → ${address}, not ${first.join(' or ')}`]
  })
}

function leads(address: string, wanted: string): boolean {
  return wanted.includes('#') ? address === wanted : address.split('#')[0] === wanted
}

describe.each(LOCALES)('what readers of %s type', (locale) => {
  test('leads at once to where they ought to come, mostly', () => {
    const wanted = wantedIn(locale)
    const wrong = missed(locale, wanted)
    expect(wanted.length).toBeGreaterThan(60)
    expect(1 - wrong.length / wanted.length, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT / 100)
  })

  test('leads to the question that they ask, mostly', () => {
    const wanted = questionsIn(locale)
    const wrong = missed(locale, wanted)
    expect(wanted).toHaveLength(50)
    expect(1 - wrong.length / wanted.length, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT / 100)
  })

  test.each(CERTAIN[locale])('leads there always: %s', (query) => {
    const wanted = wantedIn(locale).filter((each) => each.query === query)
    expect(wanted).toHaveLength(1)
    expect(missed(locale, wanted)).toEqual([])
  })
})

describe('the list', () => {
  it('has no query twice, and every one that questions.json has for Chinese, with its section', () => {
    const named = searches.map(({ language, query }) => `${language} ${query}`)
    expect(new Set(named).size).toBe(named.length)
    const chinese = wantedIn('zh-CN')
    for (const { query, section } of asked.queries) {
      const first = chinese.find((each) => each.query === query)?.first ?? []
      expect(
        first.some((each) => each === section || each === `${section}/`),
        query,
      ).toBe(true)
    }
  })

  it('wants places that are there', () => {
    expect(searches.flatMap(({ first }) => first).filter((address) => !permalinks.includes(address))).toEqual([])
  })
})

test('every place that can be found has an address that lasts', () => {
  for (const locale of LOCALES) {
    const addresses = (places.get(locale) ?? []).map(({ address }) => address)
    expect(addresses.length).toBeGreaterThan(300)
    expect(addresses.filter((address) => !permalinks.includes(address))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
  }
})
