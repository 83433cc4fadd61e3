import { describe, expect, test } from 'vitest'
import { remarkHeadingIds } from './remark-heading-ids'

const heading = (value: string, line: number) => ({
  type: 'heading',
  depth: 2,
  children: [{ type: 'text', value }],
  position: { start: { line, column: 1 } },
})

const file = { data: { rawDocumentData: { sourceFilePath: 'en/wrong.mdx' } } }
const transform = (tree: Parameters<ReturnType<typeof remarkHeadingIds>>[0]) => remarkHeadingIds()(tree, file)

test('the id leaves the text and becomes the element’s', () => {
  const why = heading('Why [#why]', 3)
  transform({ type: 'root', children: [{ type: 'mdxJsxFlowElement', children: [why] }] })
  expect(why).toMatchObject({ children: [{ value: 'Why' }], data: { hProperties: { id: 'why' } } })
})

describe('refuses', () => {
  test('a heading without an id, naming its line', () => {
    expect(() => transform({ type: 'root', children: [heading('Why', 7)] })).toThrow(
      'content/en/wrong.mdx:7:1: a heading without an id: end it with [#its-id]',
    )
  })

  test('an id used twice', () => {
    expect(() => transform({ type: 'root', children: [heading('A [#a]', 1), heading('B [#a]', 9)] })).toThrow(
      'content/en/wrong.mdx:9:1: a second heading with the id #a',
    )
  })
})
