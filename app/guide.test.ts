// Which parts of the guide to the settings its style sheet hides.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { QUESTION_NAMES, QUESTIONS, USUAL } from '@/lib/guide/answers'

const sheet = readFileSync(join(import.meta.dirname, 'guide.css'), 'utf8').replaceAll(/\s+/g, ' ')

it.each(QUESTION_NAMES)('every answer is hidden while another counts: %s', (question) => {
  for (const answer of QUESTIONS[question]) {
    const selectors = [
      `&:has([name="${question}"]:checked:not([value="${answer}"]))`,
      `&:not(:has([name="${question}"]:checked)):has([data-${question}]:target:not([data-${question}="${answer}"]))`,
      ...(answer === USUAL[question] ? [] : [`&:not(:has([name="${question}"]:checked, [data-${question}]:target))`]),
    ]
    expect(sheet).toContain(`${selectors.join(', ')} { [data-${question}="${answer}"] { display: none; } }`)
  }
})

it('no more than these are hidden', () => {
  const answers = QUESTION_NAMES.flatMap((question) => QUESTIONS[question])
  expect(sheet.split('display: none').length - 1).toBe(answers.length + 1)
})

it('where a browser can’t tell, the usual answers count', () => {
  const others = QUESTION_NAMES.map((question) => `[data-${question}]:not([data-${question}="${USUAL[question]}"])`)
  expect(sheet).toContain(`@supports not selector(:has(*)) { [data-guide] :is( ${others.join(', ')} ) { display: none; } }`)
})
