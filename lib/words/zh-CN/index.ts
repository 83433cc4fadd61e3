import type { Words } from '../words'
import { site } from './site'

export const zhCN = { site } satisfies Words
