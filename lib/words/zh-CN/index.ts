import type { Words } from '../words'
import { conf } from './conf'
import { demo } from './demo'
import { evidence } from './evidence'
import { site } from './site'

export const zhCN = { conf, demo, evidence, site } satisfies Words
