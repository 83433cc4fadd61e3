import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export const PLANS = ['wide', 'narrow'] as const
export type PlanName = (typeof PLANS)[number]

/** The stage is laid out side by side from this width on, px; the style sheet says the same. */
const SIDE_BY_SIDE = 560

/** Which of the two drawings of the stage is seen, and the box to look at; null until someone has looked: in the page itself both stand. */
export function useVisiblePlan(): readonly [RefObject<HTMLDivElement>, PlanName | null] {
  const box = useRef<HTMLDivElement>(null)
  const [visible, setVisible] = useState<PlanName | null>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      // Where it is hidden it has no width, and what was drawn stays.
      if (width > 0) setVisible(width < SIDE_BY_SIDE ? 'narrow' : 'wide')
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, visible]
}
