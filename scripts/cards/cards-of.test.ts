import { describe, expect, it } from 'vitest'
import type { IndexedDemo, IndexedPage, SiteIndex } from '@/components/site/site-index'
import { cardsOf } from './cards-of'

const ADDRESS = 'https://wiki.example/docs/'

const page = (slug: string, article: IndexedPage['article'] = null): IndexedPage => ({
  language: 'en',
  address: `${ADDRESS}en/${slug}/`,
  markdown: '',
  card: `${ADDRESS}cards/en/${slug}.png`,
  kind: 'Loss',
  title: slug,
  description: 'what it is about',
  sections: [],
  article,
})

const demo = (slug: string, id: string, lost: number): IndexedDemo => ({
  language: 'en',
  address: `${ADDRESS}en/${slug}/#${id}`,
  card: `${ADDRESS}cards/en/${id}.png`,
  embed: null,
  kind: slug,
  title: id,
  runs: [9, lost].map((each) => ({
    scenario: 'a',
    edits: [],
    seed: 7,
    verdict: `${each} lost`,
    mark: each > 0 ? '✕' : '●',
    writes: { acknowledged: 10, lost: each },
  })),
})

const answer = { answer: 'the answer', published: '2026-11-27', updated: '2026-11-27', tags: [], checked: null }
const index = (pages: readonly IndexedPage[], demos: readonly IndexedDemo[]): SiteIndex => ({
  version: 1,
  name: 'Lost Writes',
  address: ADDRESS,
  languages: ['en'],
  kernel: '2',
  pages,
  demos,
})

describe('the card of', () => {
  it('a page without a demo says what it is about, of an article the answer', () => {
    const [faq, glossary] = cardsOf(index([page('glossary'), page('faq', answer)], []))
    expect(glossary).toMatchObject({
      path: 'cards/en/glossary.png',
      card: { text: 'what it is about', mark: null, writes: null },
    })
    expect(faq).toMatchObject({ path: 'cards/en/faq.png', card: { text: 'the answer' } })
  })

  it('an article with demos says what the first comes to, under its own title', () => {
    const cards = cardsOf(index([page('wait', answer)], [demo('wait', 'demo-a', 2), demo('wait', 'demo-b', 3)]))
    expect(cards.find(({ path }) => path === 'cards/en/wait.png')?.card).toEqual({
      language: 'en',
      kind: 'Loss',
      title: 'wait',
      text: '2 lost',
      mark: '✕',
      writes: { acknowledged: 10, lost: 2 },
    })
  })

  it('a demo in which nothing is lost has no bar', () => {
    const [card] = cardsOf(index([], [demo('wait', 'demo-a', 0)]))
    expect(card?.card).toMatchObject({ title: 'demo-a', text: '0 lost', mark: '●', writes: null })
  })

  it('a demo that two articles show stands once', () => {
    expect(
      cardsOf(index([], [demo('wait', 'demo-a', 1), demo('gate', 'demo-a', 1)])).map(({ path, card }) => [path, card.kind]),
    ).toEqual([['cards/en/demo-a.png', 'wait']])
  })
})
