import type { DemoWords } from '../cast'

/** What a card shows besides its verdict and its timeline. */
export type TabCode = keyof DemoWords['panels']['tabs']

/** The lists of a run, which come when one is chosen: every tab but those that are drawn with the card. */
export type ListCode = Exclude<TabCode, (typeof DRAWN)[number]>

const DRAWN = ['figure', 'moments', 'conf', 'proof'] as const satisfies readonly TabCode[]

/** The tabs of a card, in their order. */
export function tabsOf({ panels }: DemoWords): readonly TabCode[] {
  return Object.keys(panels.tabs) as TabCode[]
}

export function isList(code: TabCode): code is ListCode {
  return !DRAWN.some((drawn) => drawn === code)
}

/** Of a card, with what belongs together: an element's id, and that of what it controls. */
export function tabIds(id: string, code: TabCode): { readonly tab: string; readonly panel: string } {
  return { tab: `${id}-tab-${code}`, panel: `${id}-panel-${code}` }
}
