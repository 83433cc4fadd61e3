import { describe, expect, it } from 'vitest'
import { code, host, plain, say } from './phrase'

describe('say', () => {
  it('keeps text and marked pieces in order', () => {
    expect(say`${host('r1')} answered ${code('OK')} to ${3} writes.`).toEqual([
      { kind: 'host', text: 'r1' },
      ' answered ',
      { kind: 'code', text: 'OK' },
      ' to 3 writes.',
    ])
  })

  it('takes phrases into phrases', () => {
    const both = say`${host('r1')} and ${host('r2')}`
    expect(plain(say`${both} agree`)).toBe('r1 and r2 agree')
    expect(say`${both} agree`).toHaveLength(4)
  })

  it('prints an empty piece as nothing', () => {
    expect(say`a${''}b`).toEqual(['ab'])
  })
})
