import { describe, expect, it } from 'vitest'
import { words } from '@/lib/words/words'
import { searchData } from './collect'

const page = (path: string, title: string, main: string) => ({
  locale: 'en' as const,
  path,
  html: `<head><meta name="description" content="About ${title}"></head><main><h1>${title}</h1>${main}</main>`,
})

/** Pages that have every place for which `words` has names. */
function namedPages() {
  const places = Object.keys(words('en').search.called).map((address) => address.split('#'))
  return [...new Set(places.map(([path = '']) => path))].map((path) =>
    page(path, path, places.flatMap(([of, id]) => (of === path && id ? [`<h2 id="${id}">${id}</h2><p>Text.</p>`] : [])).join('')),
  )
}

const SYMPTOMS = page(
  'symptoms/',
  'Symptoms',
  '<ul><li id="one"><a href="/docs/en/wait/">ERR seen</a><span>from a server</span></li></ul>',
)

describe('what can be searched', () => {
  const home = page('', 'Home', '<p>Everything.</p>')
  const notes = page('notes/', 'Notes', '<p>Lede.</p><h2 id="empty">Empty</h2><h3 id="full">Full</h3><p>Words.</p>')
  const other = { ...notes, locale: 'zh-CN' as const }
  const tag = page('tags/notes/', 'On notes', '<p>Notes.</p>')
  const data = searchData('en', [home, tag, ...namedPages(), notes, other, SYMPTOMS])
  const at = (address: string) => data.places.filter((place) => place.address === address)

  it('are the pages of a language but for home and tags, and their sections', () => {
    expect([...at(''), ...at('tags/notes/')]).toEqual([])
    expect(at('notes/')).toEqual([
      { id: expect.any(Number), address: 'notes/', page: 'Notes', heading: 'Notes', also: '', text: 'About Notes Lede.' },
    ])
    expect(at('notes/#full')).toEqual([
      { id: expect.any(Number), address: 'notes/#full', page: 'Notes', heading: 'Full', also: '', text: 'Words.' },
    ])
  })

  it('are not headings that have no words of their own', () => {
    expect(at('notes/#empty')).toEqual([])
  })

  it('have their numbers', () => {
    expect(data.places.map(({ id }) => id)).toEqual(data.places.map((_, index) => index))
  })

  it('are called by what is seen of them, and by what readers call them', () => {
    expect(at('wait/')[0]?.also.split('\n')).toEqual(['ERR seen', 'from a server', ...(words('en').search.called['wait/'] ?? [])])
  })

  it('come with what is offered before anything is typed', () => {
    expect(data.offered).toEqual([
      { address: 'wait/', label: 'ERR seen', note: 'from a server' },
      { address: 'symptoms/', label: words('en').symptoms.all, note: '' },
      { address: 'glossary/', label: words('en').glossary.title, note: '' },
    ])
  })

  it('can’t be where a name is of a place that is not there', () => {
    expect(() => searchData('en', [notes])).toThrow(/en: names of .*wait\/.*, which are not there/)
  })

  it('can’t be where a page can’t be read', () => {
    expect(() => searchData('en', [{ ...notes, html: '<p>Nothing</p>' }])).toThrow(/^notes\/: a page without/)
  })
})
