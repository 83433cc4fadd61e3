import type { Words } from '../words'
import { conf } from './conf'
import { demo } from './demo'
import { site } from './site'

export const zhCN = { conf, demo, site } satisfies Words
