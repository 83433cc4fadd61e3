import { site } from './site'

export const en = { site }
