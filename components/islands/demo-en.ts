import { demo } from '@/lib/words/en/demo'
import { type Fail, wakeDemo } from '../demo/wake'

const loadLinks = () => import('./links/en')

/** Brings a demo of an English page to life. */
export const wake = (root: HTMLElement, fail: Fail): Promise<void> =>
  wakeDemo(root, demo, fail, { loadLists: () => import('./lists/en'), loadLinks })

/** Says on the page that the demo which its address names is not there. */
export const sayMissing = (): Promise<void> => loadLinks().then((links) => links.sayMissing())
