import { demo } from '@/lib/words/en/demo'
import { locks, own, redlock } from '@/lib/words/en/demo/locks'
import { speakOfLocks } from './locks'

speakOfLocks(demo, locks, redlock, own)
