import { useCallback, useState } from 'react'

/** Does some work of an event, and hands what it throws to the boundary around, which by itself sees only what drawing throws. */
export function useThrow(): (work: () => void) => void {
  const [, set] = useState(null)
  return useCallback((work) => {
    try {
      work()
    } catch (error) {
      set(() => {
        throw error
      })
    }
  }, [])
}
