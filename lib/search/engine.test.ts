import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { Place } from './data'
import { Engine } from './engine'

type Told = Partial<Omit<Place, 'id' | 'address'>>

const filler = 'This and that stands here, of which nobody asks anything. '

/** An engine over a few places, by their addresses. */
function over(places: Readonly<Record<string, Told>>, locale: (typeof LOCALES)[number] = 'en'): Promise<Engine> {
  return Engine.over({
    words: words(locale).search,
    offered: [],
    places: Object.entries(places).map(([address, told], id) => ({
      id,
      address,
      page: 'A page',
      heading: 'A heading',
      also: '',
      text: filler,
      ...told,
    })),
  })
}

const found = (engine: Engine, query: string) => engine.find(query).map(({ address }) => address)

describe('a query', () => {
  it('finds what has its words, in the text, the heading, another name or the title of the page', async () => {
    const engine = await over({
      'a/#text': { text: `${filler} A quorum decides.` },
      'a/#heading': { heading: 'The quorum' },
      'a/#name': { also: 'quorum' },
      'a/#page': { page: 'On the quorum' },
      'a/#none': {},
    })
    expect(found(engine, 'quorum').toSorted()).toEqual(['a/#heading', 'a/#name', 'a/#page', 'a/#text'])
    expect(found(engine, 'quorum')[0]).toBe('a/#name')
  })

  it('finds by the beginning of a word, but what has the word itself first', async () => {
    const engine = await over({ 'a/#long': { text: 'failovers' }, 'a/#whole': { text: 'a failover' } })
    expect(found(engine, 'failov')).toHaveLength(2)
    expect(found(engine, 'failover')[0]).toBe('a/#whole')
  })

  it.each(['sentinal', 'setinel', 'senntinel'])('finds with one letter wrong, missing or too many: %s', async (typed) => {
    expect(found(await over({ 'a/#s': { text: 'a sentinel votes' } }), typed)).toEqual(['a/#s'])
  })

  it('takes a short word, a number and 汉字 as they are', async () => {
    const engine = await over({ 'a/#aof': { text: 'aof 7.0.15 脑裂' } })
    for (const typed of ['rof', '7.0.16', '脑袋']) expect(found(engine, typed), typed).toEqual([])
    for (const typed of ['aof', '7.0.15', '脑裂']) expect(found(engine, typed), typed).toEqual(['a/#aof'])
  })

  it('finds 汉字 within longer runs, one of them too', async () => {
    const engine = await over({ 'a/#lock': { text: '主从切换时锁丢失' } }, 'zh-CN')
    for (const typed of ['切换', '锁', '换时', '失']) expect(found(engine, typed), typed).toEqual(['a/#lock'])
  })

  it('finds what is called otherwise today', async () => {
    const engine = await over({ 'a/#gate': { text: 'min-replicas-max-lag' }, 'a/#replica': { text: 'a replica' } })
    expect(found(engine, 'min-slaves-max-lag')[0]).toBe('a/#gate')
    expect(found(engine, 'slave')[0]).toBe('a/#replica')
  })

  it('puts a page before its sections where it asks for a subject, and not where it asks for an answer', async () => {
    const about = 'quorum votes priority offset'
    const engine = await over({ 'a/#section': { text: about }, 'a/': { text: about } })
    expect(found(engine, 'quorum')[0]).toBe('a/')
    expect(found(engine, 'quorum votes priority offset')[0]).toBe('a/#section')
  })

  it('puts what explains before sources, recordings and the glossary', async () => {
    const told = { text: 'quorum' }
    const engine = await over({ 'a/#sources': told, 'how-we-know/x/#y': told, 'glossary/#quorum': told, 'a/#why': told })
    expect(found(engine, 'quorum')).toEqual(['a/#why', 'glossary/#quorum', 'how-we-know/x/#y', 'a/#sources'])
  })

  it('puts what is called as it says before all else', async () => {
    const engine = await over({
      'a/#often': { heading: 'NOREPLICAS', text: 'NOREPLICAS NOREPLICAS' },
      'a/#called': { also: 'from a server\nNOREPLICAS' },
    })
    expect(found(engine, 'NOREPLICAS')[0]).toBe('a/#called')
  })

  it('finds nothing without a word, and where nothing has one of its words', async () => {
    const engine = await over({ 'a/': {} })
    for (const typed of ['', '  ', '<>"…', 'xylophone', '木琴']) expect(found(engine, typed), typed).toEqual([])
  })

  it('finds twenty places at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a/#s${index}`, { text: 'quorum' }]))
    expect(found(await over(many), 'quorum')).toHaveLength(20)
  })

  it('tells what it found where: the page, the heading and an excerpt, with its words marked', async () => {
    const engine = await over({ 'a/#why': { page: 'Votes', heading: 'Why a quorum', text: 'A quorum of two.' } })
    expect(engine.find('quorum')).toEqual([
      {
        address: 'a/#why',
        page: 'Votes',
        heading: [
          { text: 'Why a ', marked: false },
          { text: 'quorum', marked: true },
        ],
        excerpt: [
          { text: 'A ', marked: false },
          { text: 'quorum', marked: true },
          { text: ' of two.', marked: false },
        ],
      },
    ])
  })
})

describe('the words of a search', () => {
  it.each(LOCALES)('are told in small letters where they are compared, in %s', (locale) => {
    const { meant, unsaid } = words(locale).search
    const compared = [...meant.map(([typed]) => typed), ...unsaid]
    expect(compared.filter((word) => word !== word.toLowerCase())).toEqual([])
    expect(compared.length).toBeGreaterThan(10)
  })
})
