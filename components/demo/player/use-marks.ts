import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Pointing at a host in one place marks it everywhere in the same figure: whatever has its `data-e` has `data-mark` then. */
export function useMarks(root: RefObject<Element>): void {
  useEffect(() => {
    const figure = root.current
    if (figure === null) return
    let marked: string | null = null
    const mark = (name: string | null): void => {
      if (name === marked) return
      for (const element of figure.querySelectorAll('[data-mark]')) element.removeAttribute('data-mark')
      marked = name
      if (name !== null)
        for (const element of figure.querySelectorAll(`[data-e="${name}"]`)) element.setAttribute('data-mark', '')
    }
    const onOver = ({ target }: Event): void => {
      mark(target instanceof Element ? (target.closest('[data-e]')?.getAttribute('data-e') ?? null) : null)
    }
    const onLeave = (): void => mark(null)
    figure.addEventListener('pointerover', onOver)
    figure.addEventListener('pointerleave', onLeave)
    return () => {
      figure.removeEventListener('pointerover', onOver)
      figure.removeEventListener('pointerleave', onLeave)
    }
  }, [root])
}
