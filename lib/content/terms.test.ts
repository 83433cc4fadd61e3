import { describe, expect, it } from 'vitest'
import { evidenceAbout } from '@/lib/evidence/files'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { GLOSSARY } from './addresses'
import { readArticles } from './article-files'
import { linkProblem, pagesWith } from './rules/links'
import { sectionTitles } from './section-titles'
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

  it.each(LOCALES)('names the section that it leads to: %s', (locale) => {
    const titleOf = sectionTitles(locale)
    for (const { id, more } of terms) if (more !== null) expect(titleOf(more), id).toMatch(/^[^[\]`*]{2,80}$/)
    const [overview, subject, scenario] = ['#method', 'promotion/', 'gate/#gate-frozen-primary'].map((rest) =>
      titleOf(`../how-we-know/${rest}`),
    )
    const { sections, subjects } = words(locale).evidence
    expect([overview, subject]).toEqual([sections.method, subjects.promotion.title])
    expect(scenario).toBe(evidenceAbout('gate-frozen-primary').title[locale])
    expect(() => titleOf('../wait/#nowhere')).toThrow('../wait/#nowhere: no section of that name')
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
