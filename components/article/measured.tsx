import { entryHref } from '@/lib/evidence/address'
import { evidenceAbout } from '@/lib/evidence/files'
import { measured } from '@/lib/evidence/measured'
import { serverName } from '@/lib/evidence/server-name'
import { type EvidenceName, evidenceNames } from '@/lib/evidence/subjects'
import { words as catalogue } from '@/lib/words/words'
import type { InLocale } from './bound'

export interface MeasuredProps {
  readonly scenario: EvidenceName
  /** The key of a quantity in `lib/evidence/quantities.ts`, or `returned 2`. */
  readonly of: string
}

/**
 * A figure of real servers in the prose: the range of all recorded runs, with a link to them. Fails the build where nothing of the
 * kind was recorded: no measured figure is typed.
 */
export function Measured({ scenario, of, locale }: MeasuredProps & InLocale) {
  const name = evidenceNames.find((each) => each === scenario)
  if (name === undefined) throw new Error(`<Measured scenario="${scenario}">: "How we know" has no such scenario`)
  const { kind, least, most, runs, server } = measured(name, of)
  const words = catalogue(locale).evidence
  const printed = (value: number) => (kind === 'count' ? words.summary.number(value) : (value / 1000).toFixed(1))
  const range = words.measured.range(printed(least), printed(most))
  return (
    <a
      className="whitespace-nowrap tabular-nums"
      href={entryHref(locale, name)}
      title={words.measured.source(evidenceAbout(name).title[locale], runs, serverName(server))}
    >
      {kind === 'count' ? range : words.measured.seconds(range)}
    </a>
  )
}
