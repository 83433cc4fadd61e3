import type { ConfFile } from '@/lib/conf/write'
import { isScenarioName, namedScenario } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { ConfSnippet } from './conf-snippet'

/** The configuration of a named scenario as the file it would stand in; its values follow the scenario's demo on the page. */
export function Conf({ scenario: name, file, locale }: { scenario: string; file: ConfFile; locale: Locale }) {
  if (!isScenarioName(name)) throw new Error(`<Conf scenario="${name}">: no such scenario`)
  return <ConfSnippet scenario={namedScenario(name)} file={file} locale={locale} live />
}
