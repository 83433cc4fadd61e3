import type { Words } from '../words'
import { demo } from './demo'
import { site } from './site'

export const zhCN = { demo, site } satisfies Words
