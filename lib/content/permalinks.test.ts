import { describe, expect, it } from 'vitest'
import { addressesOf, type BuiltPage, broken, extended } from './permalinks'

const page = (locale: BuiltPage['locale'], path: string, ...ids: readonly string[]): BuiltPage => ({
  locale,
  path,
  html: ids.map((id) => `<h2 class="x" id="${id}">…</h2>`).join(''),
})

const permalinks = ['', 'wait/', 'wait/#cost', 'wait/#wrong']
const home = [page('en', ''), page('zh-CN', '')]
const english = page('en', 'wait/', 'cost', 'wrong')

describe('the addresses of a page', () => {
  it('are those of what a link can lead to, and not of the parts of a figure', () => {
    const html =
      '<h2 id="a">A</h2><figure class="f" id="demo-a"><pattern id="p"></pattern><button id="demo-a-tab">x</button></figure><li id="b"><a href="#b" id="c">'
    expect(addressesOf({ locale: 'en', path: 'x/', html })).toEqual(['x/', 'x/#a', 'x/#demo-a', 'x/#b', 'x/#c'])
  })
})

describe('the addresses that were published', () => {
  it('hold in every language', () => {
    expect(broken(permalinks, [...home, english, page('zh-CN', 'wait/', 'wrong', 'cost', 'new')])).toEqual([])
  })

  it('are named where a place is gone from one language', () => {
    expect(broken(permalinks, [...home, english, page('zh-CN', 'wait/', 'wrong')])).toEqual(['zh-CN/wait/#cost'])
  })

  it('are named where a page is gone', () => {
    expect(broken(permalinks, [...home, english])).toEqual(['zh-CN/wait/', 'zh-CN/wait/#cost', 'zh-CN/wait/#wrong'])
  })

  it('hold where the page has moved, if a page is left at the old address and the new one has the places', () => {
    const moved = { 'wait/': 'on-wait/' }
    const wrong = [page('en', 'wait/'), page('en', 'on-wait/', 'cost')]
    expect(broken(permalinks, [page('en', ''), ...wrong], moved)).toEqual(['en/wait/#wrong'])
    expect(broken(permalinks, [page('en', ''), page('en', 'on-wait/', 'cost', 'wrong')], moved)).toEqual([
      'en/wait/',
      'en/wait/#cost',
      'en/wait/#wrong',
    ])
    expect(broken(permalinks, [page('en', ''), page('en', 'wait/'), page('en', 'on-wait/', 'cost', 'wrong')], moved)).toEqual([])
  })

  it('become more, and never fewer', () => {
    const longer = extended(permalinks, [page('en', 'split-brain/', 'heal'), page('zh-CN', 'split-brain/', 'heal')])
    expect(longer).toEqual(['', 'split-brain/', 'split-brain/#heal', 'wait/', 'wait/#cost', 'wait/#wrong'])
  })
})
