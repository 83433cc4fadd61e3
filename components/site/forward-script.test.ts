import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { ForwardScript } from './forward-script'

/** Where the script goes to. */
function forward(navigator: object, { search = '', hash = '' } = {}, to: Parameters<typeof ForwardScript>[0] = {}): string[] {
  const { dangerouslySetInnerHTML } = ForwardScript(to).props
  const went: string[] = []
  const location = { search, hash, replace: (to: string) => went.push(to) }
  runInNewContext(dangerouslySetInnerHTML.__html, { navigator, location })
  return went
}

test.each([
  [['en-GB', 'zh'], 'en/'],
  [['zh-TW'], 'zh-CN/'],
  [['fr', 'ZH-hans', 'en'], 'zh-CN/'],
  [['de'], 'en/'],
  [[], 'en/'],
])('of %j it takes the first that the site has: %s', (languages, to) => {
  expect(forward({ languages })).toEqual([to])
})

test.each([
  ['nothing', undefined, 'en/'],
  ['null', null, 'en/'],
  ['one word', 'zh-CN', 'zh-CN/'],
  ['a number', 7, 'en/'],
  ['things that are no words', [null, 7, {}, Object.create(null), Symbol('zh'), ['zh'], 'zh'], 'zh-CN/'],
  ['a list without an end', { length: Number.POSITIVE_INFINITY }, 'en/'],
  ['empty words', ['', '-', '-zh'], 'en/'],
])('a browser whose languages are %s', (_, languages, to) => {
  expect(forward({ languages })).toEqual([to])
})

test('a browser that knows one language only', () => {
  expect(forward({ language: 'zh-CN' })).toEqual(['zh-CN/'])
})

test('a browser that does not tell', () => {
  const navigator = {
    get languages(): never {
      throw new Error('denied')
    },
  }
  expect(forward(navigator)).toEqual(['en/'])
})

test('query and fragment go along', () => {
  expect(forward({ languages: ['zh'] }, { search: '?a=1&b=//x', hash: '#why' })).toEqual(['zh-CN/?a=1&b=//x#why'])
})

test.each([
  ['', '../../zh-CN/split-brain/?a=1#demo-split-brain'],
  ['#why', '../../zh-CN/split-brain/?a=1#why'],
])('a short link leads to its page, and there to its place unless the address names one: %j', (hash, address) => {
  const to = { up: '../../', page: 'split-brain/', place: '#demo-split-brain' }
  expect(forward({ languages: ['zh'] }, { search: '?a=1', hash }, to)).toEqual([address])
})
