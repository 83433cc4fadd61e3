import type { Words } from '../words'
import { conf } from './conf'
import { demo } from './demo'
import { scenarios } from './scenarios'
import { site } from './site'

export const zhCN = { conf, demo, scenarios, site } satisfies Words
