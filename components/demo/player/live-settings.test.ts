import { describe, expect, it, vi } from 'vitest'
import { get, set, subscribe } from './live-settings'

describe('live settings', () => {
  it('tell every listener, and keep one object until they change', () => {
    const heard = vi.fn()
    const stop = subscribe(heard)
    expect(get('a demo')).toBe(get('a demo'))
    set('a demo', { 'min-replicas-to-write': 1 })
    expect(heard).toHaveBeenCalledTimes(1)
    expect(get('a demo')).toEqual({ 'min-replicas-to-write': 1 })
    expect(get('a demo')).toBe(get('a demo'))
    expect(get('another')).toEqual({})
    stop()
    set('a demo', {})
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
