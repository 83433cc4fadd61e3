import type { Run } from '@/lib/run'
import { isSettingId, SETTING_IDS, SETTINGS, type SettingId } from '@/lib/settings/settings'

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

/** The live settings of a demo of a run. Throws on one that means nothing there. */
export function controlsOf({ scenario }: Run, text: string | undefined): readonly SettingId[] {
  const ids = controlIds(text)
  const idle = ids.find((id) => !SETTINGS[id].applies(scenario))
  if (idle !== undefined) throw new Error(`the control "${idle}" means nothing in ${scenario.name}`)
  return ids
}
