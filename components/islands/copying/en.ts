import { copying } from '@/lib/words/en/copying'
import { copyingIn } from './copying'

export const { press } = copyingIn(copying)
