import { copying } from '@/lib/words/zh-CN/copying'
import { copyingIn } from './copying'

export const { press } = copyingIn(copying)
