import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { ConfFile } from '@/lib/conf/write'
import { shown } from '@/lib/content/shown'
import { entryHref } from '@/lib/evidence/address'
import type { Locale } from '@/lib/locale'
import { sideBySide } from '@/lib/reading/film/film'
import type { Run } from '@/lib/run'
import type { SettingId } from '@/lib/settings/settings'
import { words as catalogue } from '@/lib/words/words'
import { LANGUAGE } from './cast'
import { confFilesOf, confViews } from './conf-views'
import { sideSettings } from './controls/side-settings'
import type { DemoData } from './demo-data'
import { ConfPanel } from './panels/conf-panel'
import { ProofLinks } from './panels/proof-links'
import { ASLEEP, Player } from './player'
import { sidesAt } from './player/use-player'
import './kinds/all'
import './stage/stage.css'
import './timeline/timeline.css'

interface Props {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly locale: Locale
  /** One run, or two on one seed: without and with a setting. */
  readonly runs: readonly Run[]
  /** The live settings; they act on the last run. */
  readonly settings: readonly SettingId[]
  /** The files shown as the configuration of a run; without a word of them, all that it has. */
  readonly confFiles?: readonly ConfFile[]
}

/** What is said below a demo without scripts. */
const NO_SCRIPT = 'mt-3 hidden text-sm text-soft no-js:block print:hidden'

/** A demo as its page is built: the figure, drawn by what brings it to life in the browser (wake.tsx), and what that needs. */
export function DemoFigure({ id, title, locale, runs, settings, confFiles }: Props) {
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
  const figure = renderToString(h(Player, { id, words, title, films, settings, drawnOnce: { confs, proof }, life: ASLEEP }))
  const noScript = `<p class="${NO_SCRIPT}" data-part="no-script">${still.noScript}</p>`
  const data: DemoData = { id, title, scenarios, settings }
  // A closing tag in a text would end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    <div
      data-island="demo"
      data-failed={still.failed}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by a component of our own, data of our own
      dangerouslySetInnerHTML={{ __html: `${figure}${noScript}<script type="application/json">${json}</script>` }}
    />
  )
}
