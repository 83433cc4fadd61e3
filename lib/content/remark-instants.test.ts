import { expect, it } from 'vitest'
import { remarkInstants } from './remark-instants'

const text = (value: string) => ({ type: 'text', value })
const component = { type: 'mdxJsxTextElement' }

it('binds the mark of an instant to what prints it, and nothing else', () => {
  const children = [text('从第 '), component, text('到第 '), { type: 'strong' }, text('共 '), component]
  remarkInstants()({ type: 'root', children: [{ type: 'paragraph', children }] })
  expect(children.map((child) => ('value' in child ? child.value : null))).toEqual([
    '从第\u00a0',
    null,
    '到第 ',
    null,
    '共 ',
    null,
  ])
})
