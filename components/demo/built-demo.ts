import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { ConfFile } from '@/lib/conf/write'
import { shown } from '@/lib/content/shown'
import { entryHref } from '@/lib/evidence/address'
import type { Locale } from '@/lib/locale'
import { type Film, sideBySide } from '@/lib/reading/film/film'
import type { Run } from '@/lib/run'
import type { SettingId } from '@/lib/settings/settings'
import { words as catalogue } from '@/lib/words/words'
import { type DemoWords, LANGUAGE } from './cast'
import { confFilesOf, confViews } from './conf-views'
import { sideSettings } from './controls/side-settings'
import type { DemoData } from './demo-data'
import { ConfPanel } from './panels/conf-panel'
import { ProofLinks } from './panels/proof-links'
import type { PlayerProps } from './player'
import { sidesAt } from './player/use-player'
import './kinds/all'

/** A demo that stands somewhere. */
export interface Standing {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly locale: Locale
  /** One run, or two on one seed: without and with a setting. */
  readonly runs: readonly Run[]
  /** The live settings; they act on the last run. */
  readonly settings: readonly SettingId[]
  /** The files shown as the configuration of a run; without a word of them, all that it has. */
  readonly confFiles?: readonly ConfFile[] | undefined
}

/** What a page is built with of a demo: what is drawn now, and what the browser is handed to go on with. */
export interface BuiltDemo {
  readonly words: DemoWords
  readonly films: readonly Film[]
  readonly drawnOnce: PlayerProps['drawnOnce']
  readonly data: DemoData
}

export function builtDemo({ id, title, locale, runs, settings, confFiles }: Standing): BuiltDemo {
  const { demo, site, still } = catalogue(locale)
  const films = sideBySide(runs.map(({ film }) => film))
  // By the name under which the snippets of the page show the run.
  const scenarios = runs.map((run) => ({ ...run.scenario, name: shown(run).name }))
  const words = LANGUAGE.wordsFor(demo, scenarios)
  const confs = scenarios.map((scenario) => {
    const views = confViews(scenario, confFiles ?? confFilesOf(scenario), settings, locale)
    return renderToString(h(ConfPanel, { words: site, title, scenario: scenario.name, confs: views }))
  })
  const sides = sidesAt(films, []).map((side) => sideSettings(words, side).join(words.controls.and))
  const proofs = scenarios.map(({ name }, index) => ({ href: entryHref(locale, name), side: sides[index] ?? null }))
  const proof = renderToString(h(ProofLinks, { words: still, proofs }))
  return { words, films, drawnOnce: { confs, proof }, data: { id, title, scenarios, settings } }
}

/** Data for a `<script>`: a closing tag in a text would end the element. */
export function asJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
