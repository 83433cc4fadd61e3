import type { Locale } from '@/lib/locale'
import { demo as en } from '@/lib/words/en/demo'
import { demo as zhCN } from '@/lib/words/zh-CN/demo'
import type { DemoWords } from './cast'

// For pages while they are built, and for tests: what comes alive in a browser is given the words of its own language.
const catalogues: Record<Locale, DemoWords> = { en, 'zh-CN': zhCN }

export function demoWords(locale: Locale): DemoWords {
  return catalogues[locale]
}
