import { momentSpot } from '@/lib/content/spot'
import type { MomentCode } from '@/lib/reading/story/moment'
import type { Run } from '@/lib/run'
import type { InArticle } from './bound'
import { FigureText } from './figure-text'

export interface AtProps {
  readonly run: Run
  readonly moment: MomentCode
}

/** When a moment of a run was, the first of its kind, in seconds since the start. Fails the build where there is none. */
export function At({ run, moment: code, locale, demos }: AtProps & InArticle) {
  const moment = run.moment(code)
  if (moment === null) {
    const codes = [...new Set(run.film.found.map(({ code }) => code))]
    throw new Error(`<At>: no moment "${code}" in this run of ${run.scenario.name}; there are ${codes.join(', ')}`)
  }
  return <FigureText value={moment.at / 1000} kind="time" spot={momentSpot(demos, run, code)} locale={locale} />
}
