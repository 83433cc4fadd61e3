import type { Film } from '@/lib/reading/film/film'
import { differencesFrom } from '@/lib/settings/values'
import { readLink, type Unreadable, writeLink } from '@/lib/share/link'
import { type DemoState, type Drift, type Impossible, linkTo, scenariosFor, stateOf } from '@/lib/share/state'
import { KERNEL } from '@/lib/sim/kernel'
import { settingName } from '../controls/setting-name'
import { type TabCode, tabsOf } from '../panels/tabs'
import { scenariosOf } from '../player/player-state'
import type { LinkWords, View } from './view'

/** The tab that is open where nobody has chosen one. */
const FIRST: TabCode = 'figure'

/** The name by which links know a demo. */
function nameOf({ id }: View): string {
  return id.replace(/^demo-/, '')
}

/** The link to what a demo shows: `''` where it stands as it was built, null where that is too much for one. */
export function linkOf(view: View): string | null {
  const { films, at, moved, touched, followed } = view.player.state
  // Where the page has led it while it was scrolled is nobody's choice.
  return linkText(view, { films, at: moved && touched ? at : null, followed, tab: view.tab === FIRST ? null : view.tab })
}

function linkText(view: View, state: DemoState): string | null {
  const link = linkTo(nameOf(view), scenariosOf(view.built), state)
  return link === null ? '' : writeLink(link)
}

/**
 * Has a demo show what a query says of it, or how it was built where it says nothing, or nothing that can be shown. `only`: its name, where
 * it is all that the page has. Returns the link to what it shows then, and what is to be said of it: `''` where all is as it should be.
 */
export function openLink(
  view: View,
  query: string,
  words: LinkWords,
  only?: string,
): { readonly link: string; readonly sentence: string } {
  const { built, player, choose } = view
  const reading = readLink(query, only)
  player.reset()
  choose(FIRST)
  const asBuilt = (sentence: string) => ({ link: '', sentence })
  if (reading === null) return asBuilt('')
  if ('unreadable' in reading) return asBuilt(words.asBuilt(unreadable(reading.unreadable, words)))
  const { link } = reading
  const asked = scenariosFor(link, scenariosOf(built))
  if ('impossible' in asked) return asBuilt(words.asBuilt(impossible(asked.impossible, view, words)))
  const edited = link.seed !== undefined || Object.keys(link.settings).length > 0
  const films = edited ? player.show(asked.scenarios) : built
  // It has said itself that it can do no more.
  if (films === null) return asBuilt('')
  const found = stateOf(link, films, tabsOf(view.words))
  if ('impossible' in found) {
    player.reset()
    return asBuilt(words.asBuilt(impossible(found.impossible, view, words)))
  }
  const { at, followed, tab } = found.state
  if (at !== null) player.seek(at)
  if (followed !== null && at !== null) player.follow(followed, at)
  choose(tabsOf(view.words).find((code) => code === tab) ?? FIRST)
  const state = { ...found.state, tab: tab === FIRST ? null : tab }
  const sentences = [drifted(found.drift, words), ...withoutControl(view, films, words)]
  return { link: linkText(view, state) ?? '', sentence: sentences.filter((sentence) => sentence !== '').join(words.space) }
}

function unreadable(flaw: Unreadable, words: LinkWords): string {
  const { code } = flaw
  if (code === 'malformed') return words.unreadable.malformed(`${flaw.key}=${flaw.value}`.slice(0, MOST_QUOTED))
  if (code === 'later' || code === 'too-long') return words.unreadable[code]
  return words.unreadable[code](flaw.key.slice(0, MOST_QUOTED))
}

/** Characters of an address that are said at most. */
const MOST_QUOTED = 60

function impossible(flaw: Impossible, view: View, { impossible: said }: LinkWords): string {
  const { controls, instant } = view.words
  const label = (id: Parameters<typeof settingName>[1]) => settingName(view.words, id)
  const sentences: { readonly [C in Impossible['code']]: (what: Extract<Impossible, { code: C }>) => string } = {
    'no-setting': ({ id }) => said.noSetting(label(id)),
    refused: ({ setting, value, refusal }) =>
      said.refused(
        controls.setting(label(setting.id), String(value)),
        refusal === 'impossible' ? null : controls.limits(setting.unit, setting).range,
      ),
    'no-tab': ({ tab }) => said.noTab(tab.slice(0, MOST_QUOTED)),
    'no-moment': ({ moment }) => said.noMoment(moment.slice(0, MOST_QUOTED)),
    'no-write': ({ write }) => said.noWrite(write),
    beyond: ({ seconds, end }) => said.beyond(instant(seconds * 1e6), instant(end * 1e6)),
  }
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  return (sentences[flaw.code] as (what: Impossible) => string)(flaw)
}

function drifted(drift: Drift, { drift: said }: LinkWords): string {
  if (drift === null) return ''
  if (drift.kernel === null) return said.outcome
  return drift.outcome ? said.both(drift.kernel, KERNEL) : said.kernel(drift.kernel, KERNEL)
}

/** A setting that the demo has no control for is set all the same; nothing else would show it. */
function withoutControl({ words, built, player }: View, films: readonly Film[], said: LinkWords): readonly string[] {
  const [now, first] = [films, built].map((runs) => scenariosOf(runs).at(-1))
  if (now === undefined || first === undefined) return []
  const shown = player.settings.map(({ id }) => id)
  const others = differencesFrom(now, first).filter(({ id }) => !shown.includes(id))
  return others.map(({ id, value, unit }) =>
    said.withoutControl(words.controls.setting(settingName(words, id), words.controls.units[unit](String(value)))),
  )
}
