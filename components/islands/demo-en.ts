import { demo } from '@/lib/words/en/demo'
import { type Fail, wakeDemo } from '../demo/wake'

/** Brings a demo of an English page to life. */
export const wake = (root: HTMLElement, fail: Fail): Promise<void> => wakeDemo(root, demo, fail, () => import('./lists/en'))
