import type { ConfFile } from '@/lib/conf/write'
import { shown } from '@/lib/content/shown'
import type { Run } from '@/lib/run'
import type { InLocale } from './bound'
import { ConfSnippet } from './conf-snippet'

export interface ConfProps {
  readonly run: Run
  readonly file: ConfFile
}

/** The configuration of a run as the file it would stand in; its values follow the demo of the run on the page. */
export function Conf({ run, file, locale }: ConfProps & InLocale) {
  return ConfSnippet({ scenario: { ...run.scenario, name: shown(run).name }, file, locale, live: true })
}
