import { demo } from '@/lib/words/zh-CN/demo'
import { type Fail, wakeDemo } from '../demo/wake'

const loadLinks = () => import('./links/zh-cn')

/** Brings a demo of a Chinese page to life. */
export const wake = (root: HTMLElement, fail: Fail): Promise<void> =>
  wakeDemo(root, demo, fail, { loadLists: () => import('./lists/zh-cn'), loadLinks })

/** Says on the page that the demo which its address names is not there. */
export const sayMissing = (): Promise<void> => loadLinks().then((links) => links.sayMissing())
