// Every sentence that counts, with none, one, and more.
import { describe, expect, it } from 'vitest'
import type { NoteCode, NoteOf } from '@/lib/reading/lists/notes'
import type { CommonHeadlineCode, HeadlineOf } from '@/lib/reading/story/headline'
import type { CommonMomentCode, MomentOf } from '@/lib/reading/story/moment'
import { LOCALES, type Locale } from '../locale'
import { agreeing, counted } from './en/counted'
import { type Phrase, plain } from './phrase'
import { words as catalogue } from './words'

type Samples<T> = readonly T[]

const headlines: { readonly [C in CommonHeadlineCode]: (n: number) => Samples<Omit<HeadlineOf<C>, 'code'>> } = {
  nothing: (n) => [{ attempted: n }],
  lost: (n) => [
    { server: 'r1', acknowledged: n, lost: n, refused: n },
    { server: 'r1', acknowledged: 9, lost: n, refused: 0 },
  ],
  'lost-of-several': (n) => [
    { acknowledged: n, lost: n, refused: n },
    { acknowledged: 9, lost: n, refused: 0 },
  ],
  wiped: (n) => [
    { server: 'r1', acknowledged: n, lost: n, empty: true },
    { server: 'r1', acknowledged: 9, lost: n, empty: false },
  ],
  waited: (n) => [
    { command: 'WAIT', confirmed: n, lost: n, others: n },
    { command: 'WAIT', confirmed: n, lost: 0, others: 0 },
    { command: 'WAITAOF', confirmed: 9, lost: n, others: n },
  ],
  'wait-reply': (n) => [{ command: 'WAIT 2 1000', reply: n, asked: 2 }],
  'refused-instead': (n) => [
    { server: null, acknowledged: n, refused: n },
    { server: 'r1', acknowledged: n, refused: n },
  ],
  'no-failover': (n) => [{ primary: 'r1', acknowledged: n, failed: n }],
  survived: (n) => [{ primary: 'r3', acknowledged: n, failed: n }],
  kept: (n) => [{ acknowledged: n, failed: n }],
}

const promoted = {
  host: 'r3',
  old: 'r1',
  sentinel: 's1',
  goesOn: null,
  reachable: false,
  passedOver: null,
}

const moments: { readonly [C in CommonMomentCode]: (n: number) => Samples<Omit<MomentOf<C>, 'code' | 'at' | 'index'>> } = {
  split: () => [
    { near: ['r1'], far: ['r2', 'r3'], rest: true },
    { near: ['r1', 'c1'], far: ['r2'], rest: false },
  ],
  network: () => [{ done: { code: 'cut', from: 'r1', to: 'r2' } }],
  heal: () => [
    { old: null, until: null },
    { old: 'r1', until: null },
    { old: 'r1', until: 9_000_000 },
  ],
  kill: (n) => [
    { host: 'r1', primary: true, stranded: n, complete: n === 0, waited: null, power: false },
    { host: 'r1', primary: true, stranded: n, complete: n === 0, waited: n > 0 ? 'WAITAOF' : null, power: true },
  ],
  pause: () => [{ host: 'r1', primary: true }],
  resume: () => [{ host: 'r1', primary: true }],
  start: (n) => [{ host: 'r1', role: 'primary', loaded: 'aof', writes: n, away: 500_000, successor: null }],
  command: () => [{ on: 'r1', command: 'FAILOVER' }],
  down: (n) => [
    { host: 'r1', have: n, sentinels: Math.max(1, n), silence: 2_000_000 },
    { host: 'r1', have: n, sentinels: Math.max(1, n), silence: null },
  ],
  'not-elected': (n) => [{ sentinel: 's1', votesNeeded: n }],
  'no-good-replica': () => [{ sentinel: 's1' }],
  promoted: (n) => [
    { ...promoted, missing: n, acknowledged: n },
    { ...promoted, missing: n, acknowledged: 9, old: null, sentinel: null },
    { ...promoted, missing: n, acknowledged: n, goesOn: 'open' },
    { ...promoted, missing: n, acknowledged: n, goesOn: 'closed', reachable: true },
  ],
  demoted: () => [
    { host: 'r1', of: 'r3', sentinel: 's1', refusing: false },
    { host: 'r1', of: 'r3', sentinel: null, refusing: true },
  ],
  'gate-closed': (n) => [
    { server: 'r1', good: n, needed: n + 1, lag: 10_000_000, silent: ['r2'] },
    { server: 'r1', good: n, needed: n + 1, lag: 1_000_000, silent: [] },
  ],
  'gate-open': (n) => [{ server: 'r1', good: n }],
  late: (n) => [
    { server: 'r1', replicas: ['r2'], behind: n * 1_000_000, lag: 1_000_000 },
    { server: 'r1', replicas: ['r2', 'r3'], behind: 3_000_000, lag: n * 1_000_000 },
  ],
  waiting: (n) => [{ on: 'c1', command: 'WAIT 2 1000', asked: n }],
  erased: (n) => [
    { hosts: ['r1'], of: 'r3', lost: n, discarded: n, empty: false },
    { hosts: ['r1', 'r2'], of: 'r3', lost: 0, discarded: n, empty: true },
  ],
  moved: () => [{ client: 'c1', from: 'r1', server: 'r3', forGood: true }],
  refused: (n) => [
    { client: 'c1', server: null, error: 'NOCONN', count: n },
    { client: 'c1', server: 'r1', error: 'READONLY', count: n },
  ],
  'wait-short': (n) => [{ client: 'c1', command: 'WAIT', asked: n + 1, count: n, times: n }],
  reply: (n) => [{ on: 'c1', command: 'WAIT 2 1000', reply: n, took: 1_000_000 }],
  'first-write': () => [{ client: 'c1', server: 'r1' }],
  left: (n) => [{ hosts: ['r1', 'r2'], primary: 'r3', lost: n }],
  end: (n) => [{ primary: 'r1', present: n, acknowledged: n }],
}

const notes: { readonly [C in NoteCode]?: (n: number) => Samples<Omit<NoteOf<C>, 'code'>> } = {
  boot: (n) => [{ loaded: 'aof', writes: n }],
  load: (n) => [{ primary: 'r1', discarded: n }],
  gate: (n) => [{ good: n, needed: n, open: true }],
  'wait-answer': (n) => [{ asked: n, count: n }],
}

type Sentence = (record: object) => Phrase

function phrasesOf(locale: Locale, n: number): string[] {
  const words = catalogue(locale).demo
  const tables = [
    [headlines, words.headlines],
    [moments, words.moments],
    [notes, catalogue(locale).lists.notes],
  ] as const
  const sentences = tables.flatMap(([samples, sentencesBy]) =>
    Object.entries(samples).flatMap(([code, sample]) => {
      // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
      const sentence = (sentencesBy as unknown as Readonly<Record<string, Sentence>>)[code]
      if (!sentence) throw new Error(`no sentence for ${code}`)
      return (sample as (n: number) => readonly object[])(n).map((record) =>
        plain(sentence({ code, at: 3_000_000, index: 0, ...record })),
      )
    }),
  )
  return [
    ...sentences,
    ...evidencePhrases(locale, n),
    words.alternative.writes([{ fate: words.fates.lost, count: n }]),
    words.lanes.twoPrimaries(n, 1_000_000),
  ]
}

function evidencePhrases(locale: Locale, n: number): string[] {
  const { summary, entry, finding } = catalogue(locale).evidence
  return [
    plain(summary.agree(n, n)),
    plain(summary.disagree(n, n, n)),
    summary.unrecorded(n),
    summary.changed(n),
    entry.disagrees(n),
    entry.meta(n, n, '7.0.15'),
    finding({ promoted: [], errors: [], waits: [n], disks: [], owners: null, lost: [n, n] }),
    finding({ promoted: [], errors: [], waits: [], disks: [n], owners: null, lost: [n, n] }),
    finding({ promoted: [], errors: [], waits: [], disks: [1, n, null], owners: null, lost: [n, n] }),
    finding({
      promoted: [[], ['r2'], ['r2', 'r3']],
      errors: ['NOREPLICAS', 'READONLY'],
      waits: [1, n, null],
      disks: [],
      owners: null,
      lost: [0, n],
    }),
  ]
}

/** A count and the noun or verb behind it, as they must not stand together. */
const WRONG_FOR_ONE =
  /\b(?<![\d.,])1 (?:\w+ ){0,2}(?:writes|replicas|sentinels|votes|times|scenarios|runs|lines|facts)\b|\b1 (?:write|more|of (?:them|it))\b(?: that [\w\s]*?)? (?:are|were|have|fail)\b|\bAll 1\b/
const WRONG_FOR_MORE =
  /\b(?:0|2|9) (?:write|replica|sentinel|vote|time)\b(?!s)|\b(?:0|2) (?:writes|more|of (?:them|it))\b(?: that [\w\s]*?)? (?:is|was|has|fails)\b/

describe('a sentence that counts', () => {
  it.each([1])('in English goes with %i', (n) => {
    for (const text of phrasesOf('en', n)) expect(text).not.toMatch(WRONG_FOR_ONE)
  })

  it.each([0, 2])('in English goes with %i', (n) => {
    for (const text of phrasesOf('en', n)) expect(text).not.toMatch(WRONG_FOR_MORE)
  })

  it.each(LOCALES)('in %s is whole and set as its language is', (locale) => {
    for (const text of [0, 1, 2].flatMap((n) => phrasesOf(locale, n))) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/)
      if (locale === 'zh-CN')
        expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u)
    }
  })

  it('is told from a wrong one by this test', () => {
    for (const wrong of [
      '1 write that r1 had acknowledged are not on it.',
      '1 writes',
      '1 more were refused',
      '1 acknowledged writes',
      'All 1 write',
    ])
      expect(wrong).toMatch(WRONG_FOR_ONE)
    for (const wrong of ['2 write', '2 of them is gone', '0 replica', '2 writes is lost']) expect(wrong).toMatch(WRONG_FOR_MORE)
    expect('2,801 writes. 11 writes are lost').not.toMatch(WRONG_FOR_ONE)
  })
})

describe('a count', () => {
  it('chooses the form of what it counts', () => {
    expect([0, 1, 2, 1001].map((n) => counted(n, 'write'))).toEqual(['0 writes', '1 write', '2 writes', '1,001 writes'])
    expect([0, 1, 21].map((n) => agreeing(n, 'is', 'are'))).toEqual(['are', 'is', 'are'])
  })
})
