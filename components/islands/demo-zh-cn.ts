import { demo } from '@/lib/words/zh-CN/demo'
import { type Fail, wakeDemo } from '../demo/wake'

/** Brings a demo of a Chinese page to life. */
export const wake = (root: HTMLElement, fail: Fail): Promise<void> => wakeDemo(root, demo, fail, () => import('./lists/zh-cn'))
