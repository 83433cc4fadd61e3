import { demo } from './demo'
import { site } from './site'

export const en = { demo, site }
