import { expect, it } from 'vitest'
import { evidence as english } from '@/lib/words/en/evidence'
import { evidence as chinese } from '@/lib/words/zh-CN/evidence'
import { factText } from './fact-text'
import type { Fact, FactCode } from './facts'

it.each<[FactCode, Fact, string, string]>([
  ['failovers', [{ code: 'promotion', from: 'r1', to: 'r2', byHand: true }], 'r1 → r2 by hand', 'r1 → r2（手动）'],
  ['switched', [{ code: 'sentinels', hosts: ['s2', 's1'] }], 's2 s1', 's2 s1'],
  ['demotions', [{ code: 'demotion', host: 'r1', resync: null }], 'r1, no resync', 'r1，没有同步'],
  ['demotions', [{ code: 'demotion', host: 'r1', resync: 'full' }], 'r1, full resync', 'r1，全量同步'],
  ['resyncs', [{ code: 'resync', replica: 'r2', primary: 'r1', kind: 'partial' }], 'r2 from r1, partial', 'r2 从 r1 增量同步'],
  ['finalPrimary', [], 'none', '无'],
  ['lost', [], 'none', '没有'],
  ['lost', [{ code: 'some' }], 'some', '有'],
  [
    'modes',
    [{ code: 'mode', host: 'm1', fellBack: 2, returned: 1 }],
    'm1 fell back 2×, came back 1×',
    'm1 退化为异步 2 次，恢复 1 次',
  ],
  [
    'errors',
    [
      { code: 'error', error: 'NOREPLICAS' },
      { code: 'error', error: 'READONLY' },
    ],
    'NOREPLICAS; READONLY',
    'NOREPLICAS；READONLY',
  ],
  [
    'waitReturned',
    [
      { code: 'wait', returned: 2 },
      { code: 'wait', returned: null },
    ],
    '2; no answer',
    '2；没有返回',
  ],
  ['waitaofFound', [{ code: 'wait', returned: 3 }], '3', '3'],
  ['replies', [{ code: 'reply', on: 'r1', command: 'INFO', reply: { any: 'text' } }], 'r1 INFO → a text', 'r1 INFO → 一段文本'],
  [
    'replies',
    [{ code: 'reply', on: 'r1', command: 'ROLE', reply: ['master', { any: 'number' }, []] }],
    'r1 ROLE → [master # []]',
    'r1 ROLE → [master # []]',
  ],
])('%s: %j', (code, fact, inEnglish, inChinese) => {
  expect(factText(english, code, fact)).toBe(inEnglish)
  expect(factText(chinese, code, fact)).toBe(inChinese)
})
