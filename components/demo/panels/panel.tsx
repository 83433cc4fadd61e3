/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { type TabCode, tabIds } from './tabs'

/** Scrolls in itself, in the place of the figure, whose height it has; where nothing can be chosen it stands below. */
const OVER = 'absolute inset-0 overflow-y-auto'

/**
 * What a panel does where nothing can be chosen: without scripts, on paper, in a demo that broke. What then stands below each other is
 * there from the start, unseen.
 */
const LOOKS = {
  figure: { chosen: '', other: 'invisible plain:visible' },
  told: {
    chosen: `${OVER} plain:static plain:mt-4 plain:overflow-visible`,
    other: 'hidden plain:mt-4 plain:block',
  },
  live: { chosen: `${OVER} flex flex-col plain:hidden`, other: 'hidden' },
} as const

interface Props {
  /** Of the demo, unique on the page. */
  readonly id: string
  readonly code: TabCode
  readonly kind: keyof typeof LOOKS
  readonly chosen: boolean
  readonly children: ComponentChildren
}

/** The panel of a tab. The figure keeps its place while another is chosen, so that nothing around it moves. */
export function Panel({ id, code, kind, chosen, children }: Props) {
  const ids = tabIds(id, code)
  return (
    <div
      role="tabpanel"
      id={ids.panel}
      class={LOOKS[kind][chosen ? 'chosen' : 'other']}
      aria-labelledby={ids.tab}
      tabIndex={chosen ? 0 : undefined}
      data-panel={code}
    >
      {children}
    </div>
  )
}
