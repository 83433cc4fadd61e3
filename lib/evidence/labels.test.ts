import { expect, it } from 'vitest'
import { factLabel, quantityLabel } from './labels'

it('reads what a line is about', () => {
  expect(quantityLabel('lost')).toEqual({ code: 'lost', of: '', nth: null })
  expect(quantityLabel('refused NOREPLICAS')).toEqual({ code: 'refused', of: 'NOREPLICAS', nth: null })
  expect(quantityLabel('first READONLY, sent at')).toEqual({ code: 'firstRefused', of: 'READONLY', nth: null })
  expect(quantityLabel('promoted at (2)')).toEqual({ code: 'promoted', of: '', nth: 2 })
  expect(quantityLabel('r1 demoted at')).toEqual({ code: 'demoted', of: 'r1', nth: null })
  expect(quantityLabel('WAIT 2 3000 took (1)')).toEqual({ code: 'took', of: 'WAIT 2 3000', nth: 1 })
  expect(factLabel('final primary').code).toBe('finalPrimary')
})

it('refuses a line that the page has no words for', () => {
  expect(() => quantityLabel('something new')).toThrow('something new')
  expect(() => factLabel('promoted at')).toThrow('promoted at')
})
