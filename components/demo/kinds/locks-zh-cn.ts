import { demo } from '@/lib/words/zh-CN/demo'
import { locks, own, redlock } from '@/lib/words/zh-CN/demo/locks'
import { speakOfLocks } from './locks'

speakOfLocks(demo, locks, redlock, own)
