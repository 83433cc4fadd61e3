import type { Locale } from '../locale'
import { en } from './en/index'
import { zhCN } from './zh-CN/index'

/** Every word the site prints outside the articles. English sets the shape; each language must fill it. */
export type Words = typeof en

const catalogues: Record<Locale, Words> = { en, 'zh-CN': zhCN }

/** The catalogue of one language. */
export function words(locale: Locale): Words {
  return catalogues[locale]
}
