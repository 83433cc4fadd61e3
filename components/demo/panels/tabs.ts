import type { DemoWords } from '../cast'

/** What a card shows besides its verdict and its timeline. */
export type TabCode = keyof DemoWords['panels']['tabs']

/** Of a card, with what belongs together: an element's id, and that of what it controls. */
export function tabIds(id: string, code: TabCode): { readonly tab: string; readonly panel: string } {
  return { tab: `${id}-tab-${code}`, panel: `${id}-panel-${code}` }
}
