import { demo } from '@/lib/words/en/demo'
import { wakeDemo } from '../demo/wake'

/** Brings a demo of an English page to life. */
export const wake = (root: HTMLElement): Promise<void> => wakeDemo(root, demo, () => import('./lists/en'))
