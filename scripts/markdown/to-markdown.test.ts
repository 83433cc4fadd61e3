import { describe, expect, it } from 'vitest'
import { toMarkdown } from './to-markdown'

const ADDRESS = 'https://wiki.example/docs/en/wait/'
const written = (main: string) => toMarkdown(`<html><body><p>head</p><main id="text">${main}</main></body></html>`, ADDRESS)

describe('a page as Markdown', () => {
  it('begins with its address and holds its text alone', () => {
    expect(written('<nav>way</nav><h1>Wait</h1><p>Text.</p><script type="application/json">{}</script>')).toBe(
      `<${ADDRESS}>\n\n# Wait\n\nText.\n`,
    )
    expect(() => toMarkdown('<p>no text</p>', ADDRESS)).toThrow(`${ADDRESS}: no <main>`)
  })

  it.each([
    ['within the page', '#cost', `${ADDRESS}#cost`],
    ['to another page', '../faq/#wait', 'https://wiki.example/docs/en/faq/#wait'],
    ['of the host', '/docs/zh-CN/', 'https://wiki.example/docs/zh-CN/'],
    ['elsewhere', 'https://redis.io/', 'https://redis.io/'],
  ])('has absolute links: %s', (_, href, absolute) => {
    expect(written(`<p><a href="${href}">x</a></p>`)).toContain(`[x](${absolute})`)
  })

  it.each([
    [
      'a term',
      '<p>A <span data-term=""><button>quorum</button><span id="t">so many <a href="../glossary/#quorum">G</a></span></span>.</p>',
      'A [quorum](https://wiki.example/docs/en/glossary/#quorum).',
    ],
    ['the link of a heading', '<h2>Cost</h2><a href="#cost" data-link=""></a>', '## Cost'],
    ['an instant', '<p>At <a href="#demo-a" data-at="3"><span data-figure="">3.0 s</span></a>.</p>', 'At 3.0 s.'],
    ['facts in a row', '<p><span>8 min</span><span>Redis 7</span></p>', '8 min · Redis 7'],
    ['a named picture', '<p><svg aria-label="agrees"></svg></p>', 'agrees'],
    ['a picture without a name', '<p>a<svg aria-hidden="true"></svg></p>', 'a'],
    [
      'code',
      '<div data-snippet=""><div><span>bash</span><button>Copy</button></div><pre><code><span><span>redis-cli</span> PING</span>\n</code></pre></div>',
      '```bash\nredis-cli PING\n```',
    ],
    [
      'a file',
      '<div data-snippet=""><div><p><b>redis.conf</b> every node</p></div><pre><code>save ""</code></pre></div>',
      'every node\n\n```redis.conf\nsave ""\n```',
    ],
    [
      'what the usual answers lead to',
      '<p>a<span data-replicas="two">two</span><span data-replicas="three">three</span></p>',
      'atwo',
    ],
    [
      'a question',
      '<fieldset><legend>How many?</legend><label><input type="radio"/><span>One</span><span>or two</span></label></fieldset>',
      'How many?\n\n- One or two',
    ],
  ])('tells %s', (_, html, markdown) => {
    expect(written(html)).toBe(`<${ADDRESS}>\n\n${markdown}\n`)
  })

  it('tells a demo as its verdict and its moments', () => {
    const moment = (time: string, text: string) =>
      `<li><div><span aria-hidden="true">1</span><span>${time}</span></div><p>${text}</p></li>`
    const demo = [
      '<div data-island="demo"><figure id="demo-a" aria-label="Demo: A" data-part="demo"><figcaption>A <button>Play</button></figcaption>',
      '<div data-part="verdicts"><p data-part="side"><code>gate 1</code></p><p data-part="verdict"><span aria-hidden="true">✕</span><span>2 are lost.</span></p></div>',
      '<svg><text>primary</text></svg>',
      `<div data-panel="moments"><ol data-part="storyboard">${moment('3.0 s', 'It splits.')}${moment('9.0 s', 'It heals.')}</ol></div>`,
      '</figure><p>needs JavaScript</p></div>',
    ]
    expect(written(demo.join(''))).toBe(
      [
        `<${ADDRESS}>`,
        '',
        `> **[Demo: A](${ADDRESS}#demo-a)**`,
        '>',
        '> `gate 1`',
        '>',
        '> 2 are lost.',
        '>',
        '> 1. 3.0 s – It splits.',
        '> 2. 9.0 s – It heals.',
        '',
      ].join('\n'),
    )
  })
})
