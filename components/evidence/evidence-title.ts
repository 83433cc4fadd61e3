import { isScenarioName } from '@/lib/content/scenarios'
import type { EvidenceName, LabName } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'

/** What a scenario is called: as its demo, or, where only the lab uses it, by words of its own. */
export function evidenceTitle(locale: Locale, name: EvidenceName): string {
  return isScenarioName(name) ? catalogue(locale).scenarios[name] : catalogue(locale).evidence.titles[name as LabName]
}
