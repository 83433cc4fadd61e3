// What readers ask and search for, each with the section that answers it: content/questions.json.
import { describe, expect, it } from 'vitest'
import { readArticles } from '@/lib/content/article-files'
import { sectionText } from '@/lib/content/section-text'
import { isTermId } from '@/lib/content/terms'
import { LOCALES, type Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'
import asked from './questions.json'

const articles = readArticles()

/** The text of `faq/#ok-lost`, or of an entry of the glossary; null where there is none. */
function textOf(locale: Locale, section: string): string | null {
  const [slug = '', id = ''] = section.split('/#')
  if (slug === 'glossary') {
    const { name, also, text } = isTermId(id) ? catalogue(locale).glossary.entries[id] : { name: '', also: '', text: '' }
    return isTermId(id) ? `${name} ${also ?? ''} ${text}` : null
  }
  const article = articles.find(({ path }) => path === `${locale}/${slug}.mdx`)
  return article === undefined ? null : sectionText(article, id)
}

/** The words that a section lacks; capitals and where a line breaks don’t matter. */
function lacking(locale: Locale, section: string, words: readonly string[]): readonly string[] {
  const text = textOf(locale, section)
  if (text === null) return [`${locale}/${section} is not there`]
  return words.filter((word) => !plain(text).includes(plain(word)))
}

const plain = (text: string): string => text.toLowerCase().replace(/[`*\s]+/g, ' ')

describe('the section that answers', () => {
  it.each(asked.queries)('“$query” holds what was searched for: $section', ({ section, words }) => {
    expect(words.length).toBeGreaterThan(0)
    expect(lacking('zh-CN', section, words)).toEqual([])
  })

  const questions = asked.questions.flatMap(({ section, words }) =>
    LOCALES.map((locale) => ({ locale, section, words: words[locale] })),
  )

  it.each(questions)('a question holds its answer in $locale: $section', ({ locale, section, words }) => {
    expect(words.length).toBeGreaterThan(0)
    expect(lacking(locale, section, words)).toEqual([])
  })
})

describe('the list', () => {
  it('has 27 queries and 50 questions, none twice', () => {
    expect(new Set(asked.queries.map(({ query }) => query)).size).toBe(27)
    expect(new Set(asked.questions.map(({ section }) => section)).size).toBe(50)
  })

  it('has every question of the page', () => {
    const faq = articles.find(({ path }) => path === 'en/faq.mdx')?.text ?? ''
    const ids = [...faq.matchAll(/^### .*\[#([a-z0-9-]+)\]$/gm)].map(([, id]) => `faq/#${id}`)
    expect(asked.questions.map(({ section }) => section).sort()).toEqual(ids.sort())
  })

  it('would tell what a section lacks, and that it is not there', () => {
    expect(lacking('en', 'faq/#ok-lost', ['Memory', 'no such word'])).toEqual(['no such word'])
    expect(lacking('en', 'faq/#no-such-question', ['x'])).toEqual(['en/faq/#no-such-question is not there'])
    expect(lacking('en', 'glossary/#no-such-term', ['x'])).toEqual(['en/glossary/#no-such-term is not there'])
  })
})
