import { conf } from './conf'
import { demo } from './demo'
import { site } from './site'

export const en = { conf, demo, site }
