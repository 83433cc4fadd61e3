import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { GLOSSARY } from './addresses'
import { readArticles } from './article-files'
import { linkProblem, pagesWith } from './rules/links'
import { isTermId, termGroups, termsOf } from './terms'

const terms = termGroups.flatMap(termsOf)
const pages = pagesWith(readArticles().filter(({ path }) => path.startsWith('en/')))

describe('a term', () => {
  it('has an id in ASCII that no other has', () => {
    const ids: readonly string[] = [...terms.map(({ id }) => id), ...termGroups]
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(isTermId('toString')).toBe(false)
  })

  it('leads to a section that is there', () => {
    const wrong = terms.flatMap(({ id, more }) => (more === null ? [] : [[id, linkProblem(more, GLOSSARY, pages)]]))
    expect(wrong.length).toBeGreaterThan(30)
    expect(wrong.filter(([, problem]) => problem !== null)).toEqual([])
  })

  it.each(LOCALES)('is called what no other is called, and explains itself without its article: %s', (locale) => {
    const { entries } = words(locale).glossary
    const names = terms.map(({ id }) => entries[id].name)
    expect(new Set(names).size).toBe(names.length)
    // As much as a reader takes in beside a sentence.
    for (const { id } of terms) expect(entries[id].text.length, id).toBeLessThan(locale === 'en' ? 260 : 110)
    for (const { id } of terms) expect(entries[id].text, id).toMatch(/[.。)]$/)
  })

  it('has its old names in both languages', () => {
    for (const locale of LOCALES) {
      const { primary, replica, 'max-lag': lag } = words(locale).glossary.entries
      expect(primary.also).toContain('master')
      expect(replica.also).toContain('slave')
      expect(lag.also).toContain('min-slaves-max-lag')
    }
  })
})
