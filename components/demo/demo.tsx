import { aboutOf } from '@/lib/content/about'
import { isScenarioName, namedScenario } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { isSettingId, type SettingId } from '@/lib/settings/settings'
import { words } from '@/lib/words/words'
import './demo.css'
import { LivePlayer } from './live-player'
import { settingsOf } from './simulate'
import { stillOf } from './still'

const MOST_CONTROLS = 2

/** The names in a `controls` attribute. Throws on one that does not exist, and on too many: both are the author's mistakes. */
export function controlIds(text: string | undefined): readonly SettingId[] {
  const ids = (text ?? '').split(/\s+/).filter((id) => id !== '')
  if (ids.length > MOST_CONTROLS) throw new Error(`a demo has at most ${MOST_CONTROLS} controls: "${text}"`)
  return ids.map((id) => {
    if (!isSettingId(id)) throw new Error(`no control "${id}"`)
    return id
  })
}

/** A demo of one named scenario, drawn at build time. Throws when there is no such scenario or control. */
export function Demo({ scenario: name, controls, locale }: { scenario: string; controls?: string; locale: Locale }) {
  if (!isScenarioName(name)) throw new Error(`no scenario "${name}"`)
  const scenario = namedScenario(name)
  const ids = controlIds(controls)
  const settings = settingsOf(scenario, ids)
  if (settings.length < ids.length) throw new Error(`a control of "${controls}" means nothing in ${name}`)
  return (
    <LivePlayer
      id={`demo-${name}`}
      locale={locale}
      broken={words(locale).demo.player.broken}
      title={aboutOf(name).title[locale]}
      takes={[{ scenario, still: stillOf(name), side: [] }]}
      settings={settings}
    />
  )
}
