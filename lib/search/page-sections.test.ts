import { describe, expect, it } from 'vitest'
import { pageSections } from './page-sections'

const page = (main: string) =>
  `<html><head><meta name="description" content="All of it &amp; more"/></head><body><nav>Nav</nav><main><h1>Title <code>x</code></h1>${main}</main></body></html>`

const sections = (main: string) => pageSections(page(main)).sections

describe('what a page says', () => {
  it('begins with the page itself', () => {
    expect(sections('<p>First &lt;words&gt;.</p>')).toEqual([{ id: '', heading: 'Title x', also: '', text: 'First <words>.' }])
    expect(pageSections(page('')).description).toBe('All of it & more')
  })

  it('is parted by headings that have an address', () => {
    const text = '<p>a</p><section><h2 id="one">One</h2><p>b</p></section><h2>None</h2><div><h3 id="two">Two</h3><p>c</p></div>'
    expect(sections(text).map(({ id, heading, text }) => [id, heading, text])).toEqual([
      ['', 'Title x', 'a'],
      ['one', 'One', 'b None'],
      ['two', 'Two', 'c'],
    ])
  })

  it('keeps words apart that stand in boxes of their own, and together what is one word', () => {
    expect(sections('<ul><li>a</li><li>b<code>c</code></li></ul><table><td>d</td><td>e</td></table>')[0]?.text).toBe('a bc d e')
  })

  it('has the other names of a term beside it, and not where it leads on', () => {
    const term =
      '<dl><dt id="gate"><a href="#gate">gate</a><span>a check</span></dt><dd>It counts <code>ACK</code>s. <a href="x">More</a></dd></dl>'
    expect(sections(term)[1]).toEqual({ id: 'gate', heading: 'gate', also: 'a check', text: 'It counts ACKs.' })
  })

  it.each([
    ['figures', '<div data-island="demo"><figure>x</figure></div>'],
    ['choices', '<fieldset>x</fieldset>'],
    ['scripts', '<script>x</script>'],
    ['what is said aloud', '<p role="status">x</p>'],
    ['what is only drawn', '<span aria-hidden="true">x</span>'],
    ['links to a heading', '<a data-link="" href="#a">x</a>'],
    ['buttons that copy', '<button data-copy="x">x</button>'],
    ['what a term says of itself', '<span id="term-ack">x</span>'],
  ])('is without %s', (_, markup) => {
    expect(sections(`<p>a</p>${markup}<p>b</p>`)[0]?.text).toBe('a b')
  })

  it('keeps a term that explains itself as the word that it is', () => {
    expect(sections('<p>An <span data-term=""><button>ACK</button><span id="term-ack">x</span></span>.</p>')[0]?.text).toBe(
      'An ACK.',
    )
  })

  it('has of runs beside runs the heading and whether they agree', () => {
    const entry =
      '<section data-agreement="agree"><h2 id="cut">A cut</h2><p>They agree.</p><p>Set-up: r1</p><table><td>1</td></table></section>'
    expect(sections(entry)[1]).toEqual({ id: 'cut', heading: 'A cut', also: '', text: 'They agree.' })
  })

  it('tells where its entries lead', () => {
    const list =
      '<ul><li id="seen"><a href="/wiki/en/wait/#cost"><code>ERR</code></a><span>from <code>x</code></span><p>It means y.</p></li></ul>'
    expect(pageSections(page(list)).pointers).toEqual([{ href: '/wiki/en/wait/#cost', names: ['ERR', 'from x'] }])
  })

  it('is refused without a title', () => {
    expect(() => pageSections('<main><p>a</p></main>')).toThrow('without <main> or <h1>')
  })
})
