import type { Locale } from '@/lib/locale'
import { type EvidenceWords, evidence as en } from '@/lib/words/en/evidence'
import { evidence as zhCN } from '@/lib/words/zh-CN/evidence'

// Apart from the catalogue of the site: what that holds goes to the browser with every page, and this page needs no script.
const catalogues: Record<Locale, EvidenceWords> = { en, 'zh-CN': zhCN }

export function evidenceWords(locale: Locale): EvidenceWords {
  return catalogues[locale]
}
