import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { readArticles } from './article-files'
import { linkProblem, pagesWith } from './rules/links'
import { firstSymptoms, symptoms } from './symptoms'

it('a symptom leads to a section that is there', () => {
  const pages = pagesWith(readArticles().filter(({ path }) => path.startsWith('en/')))
  expect(symptoms.map(({ to }) => linkProblem(to, 'symptoms', pages)).filter((problem) => problem !== null)).toEqual([])
})

it.each(LOCALES)('a symptom is told apart from every other: %s', (locale) => {
  const { told } = words(locale).symptoms
  const signs = symptoms.map(({ id, printed }) => printed ?? told[id].sign)
  expect(new Set(signs).size).toBe(signs.length)
})

it('home begins with errors that programs print, and with what none prints', () => {
  expect(firstSymptoms.length).toBeGreaterThanOrEqual(5)
  expect(firstSymptoms.some(({ printed }) => printed === null)).toBe(true)
  expect(firstSymptoms.some(({ printed }) => printed !== null)).toBe(true)
})
