import { shown, titleOf } from '@/lib/content/shown'
import type { Locale } from '@/lib/locale'
import type { Run } from '@/lib/run'
import { isSettingId, SETTING_IDS, type SettingId } from '@/lib/settings/settings'
import { words } from '@/lib/words/words'
import './demo.css'
import { LivePlayer } from './live-player'
import { settingsOf } from './simulate'
import { stillOf } from './still'
import type { SettingValue, TakeData } from './take-data'

const MOST_CONTROLS = 2

/** The live settings of a demo, by name, two at most: `min-replicas-to-write min-replicas-max-lag`. */
export type Controls = SettingId | `${SettingId} ${SettingId}`

/** The names in a `controls` attribute. Throws on one that does not exist, and on too many: both are the author's mistakes. */
export function controlIds(text: string | undefined): readonly SettingId[] {
  const ids = (text ?? '').split(/\s+/).filter((id) => id !== '')
  if (ids.length > MOST_CONTROLS) throw new Error(`a demo has at most ${MOST_CONTROLS} controls: "${text}"`)
  return ids.map((id) => {
    if (!isSettingId(id)) throw new Error(`no control "${id}"; there are ${SETTING_IDS.join(', ')}`)
    return id
  })
}

/** The live settings of a demo as they stand in its run. Throws on one that means nothing there. */
export function controlsOf({ scenario }: Run, text: string | undefined): readonly SettingValue[] {
  return controlIds(text).flatMap((id) => {
    const settings = settingsOf(scenario, [id])
    if (settings.length === 0) throw new Error(`the control "${id}" means nothing in ${scenario.name}`)
    return settings
  })
}

/** What a player starts from, under the name that the run has on the page. */
export function takeOf(run: Run, still: TakeData['still'], side: TakeData['side']): TakeData {
  return { scenario: { ...run.scenario, name: shown(run).name }, still, side }
}

export interface DemoProps {
  readonly run: Run
  readonly controls?: Controls
  /** Needed where the run is no named scenario, which has one. */
  readonly title?: string
}

/** A demo of a run, drawn at build time. Throws when there is no such control. */
export function Demo({ run, controls, title, locale }: DemoProps & { readonly locale: Locale }) {
  return (
    <LivePlayer
      id={`demo-${shown(run).name}`}
      locale={locale}
      broken={words(locale).demo.player.broken}
      title={titleOf(run, title, locale)}
      takes={[takeOf(run, stillOf(run.film), [])]}
      settings={controlsOf(run, controls)}
    />
  )
}
