import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { set } from './live-settings'

const shown = (scenario: string, setting: string, value: string) => ({
  dataset: { scenario, setting, value },
  textContent: value,
})
const page = [
  shown('a demo', 'min-replicas-to-write', '0'),
  shown('a demo', 'min-replicas-max-lag', '10'),
  shown('another', 'min-replicas-to-write', '2'),
]
const texts = () => page.map(({ textContent }) => textContent)

beforeEach(() => {
  vi.stubGlobal('document', { querySelectorAll: () => page })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('live settings', () => {
  it('are written where the page shows that scenario, and as it was built once they are gone', () => {
    set('a demo', { 'min-replicas-to-write': 1 })
    expect(texts()).toEqual(['1', '10', '2'])
    set('a demo', {})
    expect(texts()).toEqual(['0', '10', '2'])
  })
})
