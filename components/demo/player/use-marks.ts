import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Pointing at a host in one place marks it everywhere in the same figure: whatever has its `data-e` has `data-mark` then. */
export function useMarks(root: RefObject<Element>): void {
  useEffect(() => {
    const figure = root.current
    const mark = ({ target }: Event): void => {
      const name = target instanceof Element ? target.closest('[data-e]')?.getAttribute('data-e') : null
      for (const element of figure?.querySelectorAll('[data-e]') ?? [])
        element.toggleAttribute('data-mark', element.getAttribute('data-e') === name)
    }
    // A demo lives as long as its page.
    for (const type of ['pointerover', 'pointerleave']) figure?.addEventListener(type, mark)
  }, [root])
}
