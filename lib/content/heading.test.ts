import { expect, test } from 'vitest'
import { headingsOf, splitHeadingId } from './heading'

test('an explicit id is split off the text', () => {
  expect(splitHeadingId('Why nobody told the client [#why]')).toEqual({ text: 'Why nobody told the client', id: 'why' })
  expect(splitHeadingId('为什么没人告诉客户端 [#why-2]')).toEqual({ text: '为什么没人告诉客户端', id: 'why-2' })
})

test('what is not an id at the end stays text', () => {
  for (const text of ['Why', 'Why [why]', 'Why [#Why]', 'Why [#为什么]', '[#why] first']) {
    expect(splitHeadingId(text)).toEqual({ text, id: null })
  }
})

test('headings are listed in order, as plain text, without those inside fences', () => {
  const source = [
    '## `WAIT` and *time* [#wait]',
    '```bash',
    '## not a heading [#no]',
    '```',
    '### A [link](../x/) inside [#link]',
    '# too high [#high]',
    '~~~',
    '## no [#no]',
    '~~~',
    '## Last [#last]',
  ].join('\n')
  expect(headingsOf(source)).toEqual([
    { depth: 2, text: 'WAIT and time', id: 'wait' },
    { depth: 3, text: 'A link inside', id: 'link' },
    { depth: 2, text: 'Last', id: 'last' },
  ])
})

test('an underscore inside a name is no mark', () => {
  expect(headingsOf('## second_repl_offset and master_repl_offset [#offsets]')[0]?.text).toBe(
    'second_repl_offset and master_repl_offset',
  )
})
