// Links by themselves: what is written can be read, and whatever stands in an address is read, said to be wrong, or not ours.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import permalinks from '@/content/permalinks.json'
import { SETTING_IDS } from '../settings/settings'
import { MAX_SEED } from '../sim/scenario/limits'
import { type Link, LONGEST_LINK, readLink, withLink, writeLink } from './link'

/** The names of all demos that were ever published. */
const demos = permalinks.flatMap((address) => address.split('#demo-')[1] ?? [])

const value = fc.oneof(
  fc.nat(60_000),
  fc.double({ min: 0, max: 60_000, noNaN: true }).map(Math.abs),
  fc.double({ min: 1e-300, max: 1e-5, noNaN: true }),
)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const rest = {
  demo: fc.constantFrom(...demos),
  seed: maybe(fc.nat(MAX_SEED)),
  at: maybe(
    fc.oneof(
      fc.nat(3_600_000_000).map((us) => ({ us })),
      fc.constantFrom('promoted', 'gate-closed', 'heal').map((moment) => ({ moment })),
    ),
  ),
  follow: maybe(fc.nat(999_999_999)),
  tab: maybe(fc.constantFrom('figure', 'conf', 'log')),
  kernel: maybe(fc.constantFrom('2', '10.1')),
  end: maybe(fc.nat(0xffff).map((number) => number.toString(16).padStart(4, '0'))),
}
const settings = (most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...SETTING_IDS), value), { selector: ([id]) => id, maxLength: most })
    .map(Object.fromEntries)
/** Of a demo of an article: two settings at most. */
const articleLinks = fc.record<Link>({ ...rest, settings: settings(2) })
const links = fc.record<Link>({ ...rest, settings: settings(SETTING_IDS.length) })

describe('a link', () => {
  it('is read as it was written, whatever else the address says', () => {
    fc.assert(
      fc.property(articleLinks, fc.constantFrom('', '?utm_source=wiki&q=%E6%96%AD', 'a-b=1'), (link, others) => {
        const query = withLink(others, writeLink(link) ?? '')
        expect(readLink(query)).toEqual({ link })
        expect(query.startsWith(`?${others.replace('?', '')}`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('of a demo in an article never is too long', () => {
    expect(demos.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(articleLinks, (link) => {
        const text = writeLink(link) ?? ''
        expect(text.length).toBeLessThanOrEqual(LONGEST_LINK / 1.5)
        expect(text).toMatch(/^[A-Za-z0-9._~=&-]+$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('that would be too long is not written, and one that is is not read', () => {
    const text = (link: Link) => writeLink(link)
    fc.assert(fc.property(links, (link) => (text(link) ?? '').length <= LONGEST_LINK))
    const long = Object.fromEntries(SETTING_IDS.map((id) => [id, 0.0000010000000000000002]))
    expect(text({ demo: 'd'.repeat(128), settings: long })).toBeNull()
    const all = SETTING_IDS.map((id) => `${id}=0.0000010000000000000002`).join('&')
    expect(readLink(`?demo=${'d'.repeat(128)}&${all}`)).toEqual({ unreadable: { code: 'too-long' } })
  })

  it('takes the place of another', () => {
    const address = '?utm_source=wiki&demo=split-brain&seed=9&min-replica=1&k=2&end=3f2a&fbclid=x'
    expect(withLink(address, 'demo=stale-read&seed=3')).toBe('?utm_source=wiki&fbclid=x&demo=stale-read&seed=3')
    expect(withLink(address, '')).toBe('?utm_source=wiki&fbclid=x')
    expect(withLink('?demo=split-brain', '')).toBe('')
  })

  it('names its demo, or stands in an embed that is one', () => {
    expect(readLink('')).toBeNull()
    expect(readLink('?theme=dark&seed=9&tab=conf')).toBeNull()
    const read = readLink('?theme=dark&seed=9', 'split-brain')
    expect(read).toMatchObject({ link: { demo: 'split-brain', seed: 9 } })
    expect(readLink('?theme=dark', 'split-brain')).toBeNull()
    expect(readLink('?demo=stale-read', 'split-brain')).toEqual({
      unreadable: { code: 'malformed', key: 'demo', value: 'stale-read' },
    })
  })
})

describe('an address', () => {
  it.each([
    ['?demo=split-brain&seed=nine', { code: 'malformed', key: 'seed', value: 'nine' }],
    ['?demo=split-brain&seed=4294967296', { code: 'malformed', key: 'seed', value: '4294967296' }],
    ['?demo=split-brain&min-replicas-to-write=-1', { code: 'malformed', key: 'min-replicas-to-write', value: '-1' }],
    ['?demo=split-brain&at=', { code: 'malformed', key: 'at', value: '' }],
    ['?demo=%3Cimg%20src=x%3E', { code: 'malformed', key: 'demo', value: '<img src=x>' }],
    ['?demo=split-brain&demo=stale-read', { code: 'twice', key: 'demo' }],
    ['?demo=split-brain&min-replica-to-write=1', { code: 'unknown-key', key: 'min-replica-to-write' }],
    ['?demo=split-brain&v=2', { code: 'later' }],
    ['?demo=split-brain&do=kill.r1.3', { code: 'later' }],
  ])('%s says what is wrong with it', (query, unreadable) => {
    expect(readLink(query)).toEqual({ unreadable })
  })

  // 100,000 of them: a good one that was damaged, and noise.
  it('that was damaged or made up is read, refused, or not ours: never an exception, never another link', () => {
    const damaged = fc.tuple(articleLinks, fc.nat(), fc.string({ maxLength: 3, unit: 'binary' })).map(([link, place, put]) => {
      const text = `?${writeLink(link)}`
      const at = place % text.length
      return text.slice(0, at) + put + text.slice(at + 1)
    })
    const noise = fc
      .array(fc.oneof(fc.constantFrom('demo=', ...SETTING_IDS, '&', '=', 'at', 'k=2', '%', '%ZZ', '1'), fc.string()))
      .map((parts) => parts.join(''))
    const seen = { read: 0, refused: 0, foreign: 0 }
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: damaged }, { weight: 1, arbitrary: noise }), (query) => {
        const reading = readLink(query)
        if (reading === null) seen.foreign += 1
        else if ('unreadable' in reading) seen.refused += 1
        else {
          seen.read += 1
          // What was read is all that the address says of a demo.
          const written = withLink(query, writeLink(reading.link) ?? '')
          expect(readLink(written)).toEqual(reading)
          const said = [...new URLSearchParams(query).keys()].filter((key) => /^(demo|seed|at|follow|tab|k|end)$|-/.test(key))
          expect([...new URLSearchParams(written).keys()].length).toBeGreaterThanOrEqual(new Set(said).size)
        }
      }),
      { numRuns: 100_000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1000)
  })
})
