import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether an element is in the window, or within `margin` of it, of a tab that is looked at. */
export function useInView(target: RefObject<Element | null>, margin = '0px'): boolean {
  const [inWindow, setInWindow] = useState(false)
  const [looked, setLooked] = useState(true)

  useEffect(() => {
    const element = target.current
    if (!element) return
    // A browser without it is told that everything is in view.
    if (!('IntersectionObserver' in window)) return setInWindow(true)
    const observer = new IntersectionObserver(([entry]) => setInWindow(entry?.isIntersecting ?? false), { rootMargin: margin })
    observer.observe(element)
    return () => observer.disconnect()
  }, [target, margin])

  useEffect(() => {
    const update = (): void => setLooked(document.visibilityState === 'visible')
    update()
    document.addEventListener('visibilitychange', update)
    return () => document.removeEventListener('visibilitychange', update)
  }, [])

  return inWindow && looked
}
