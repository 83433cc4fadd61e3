import { demo } from '@/lib/words/zh-CN/demo'
import { wakeDemo } from '../demo/wake'

/** Brings a demo of a Chinese page to life. */
export const wake = (root: HTMLElement): Promise<void> => wakeDemo(root, demo, () => import('./lists/zh-cn'))
