import { conf } from './conf'
import { demo } from './demo'
import { scenarios } from './scenarios'
import { site } from './site'

export const en = { conf, demo, scenarios, site }
