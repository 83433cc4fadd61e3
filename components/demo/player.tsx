/** @jsxImportSource preact */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import { logOf } from '@/lib/reading/lists/log'
import type { SettingId } from '@/lib/settings/settings'
import type { Cast, DemoWords } from './cast'
import { ControlBar } from './controls/control-bar'
import { sideSettings } from './controls/side-settings'
import type { LoadLists } from './panels/lists'
import { Panels } from './panels/panels'
import { ProofLinks } from './panels/proof-links'
import { scenariosOf, seedOf } from './player/player-state'
import { useAnnouncement } from './player/use-announcement'
import { type Rerun, sidesAt, usePlayer } from './player/use-player'
import { useReducedMotion } from './player/use-reduced-motion'
import { useSteps } from './player/use-steps'
import { Takes } from './takes'

export interface PlayerProps {
  /** Unique on the page, as are all ids that begin with it. */
  readonly id: string
  readonly words: DemoWords
  readonly title: string
  /** The runs that the page is built with: one, or two on one seed, without and with a setting. */
  readonly films: readonly Film[]
  /** The live settings; they act on the last run. */
  readonly settings: readonly SettingId[]
  /** For each run, where to read what real servers did in its scenario. */
  readonly proofs: readonly string[]
  readonly life: Life
}

/** What only a demo that is alive does. */
export interface Life {
  readonly rerun: Rerun
  readonly loadLists: LoadLists
}

/** Of a figure that is only drawn. */
export const ASLEEP: Life = { rerun: () => null, loadLists: () => new Promise(() => {}) }

/** A demo. On the server it draws the figure that its page is built with; in the browser that figure plays, steps and takes other settings. */
export function Player({ id, words, title, films: built, settings, proofs, life }: PlayerProps) {
  const root = useRef<HTMLElement>(null)
  const player = usePlayer(root, built, settings, life.rerun)
  const [traffic, setTraffic] = useState(false)
  const { films, at, sameOutcome } = player.state
  const logs = useMemo(() => films.map((film) => logOf(film.run)), [films])
  const casts: readonly Cast[] = useMemo(
    () => scenariosOf(built).map(({ hosts }) => ({ words, hosts: Object.keys(hosts) })),
    [words, built],
  )
  const still = useReducedMotion()
  const steps = useSteps(films, logs, traffic, at)
  const sides = player.sides.map((side) => sideSettings(words, side))
  const names = sides.map((side) => side.join(words.controls.and))
  const recorded = useMemo(
    () => sidesAt(built, []).map((side) => sideSettings(words, side).join(words.controls.and)),
    [words, built],
  )
  const said = useAnnouncement(player, names, words)

  return (
    <figure id={id} ref={root} class={built.length > 1 ? 'demo demo-compare' : 'demo'} aria-label={words.player.region(title)}>
      <figcaption class="demo-head">
        <b>{title}</b>
        <span>{words.player.seed(seedOf(films), sameOutcome)}</span>
      </figcaption>
      <Takes {...{ words, id, casts, sides, player, still }} />
      <p class="demo-note demo-without-script">{words.player.noScript}</p>
      <ControlBar {...{ id, words, player, still, steps }} />
      <div class="demo-takes">
        {films.map((film, index) => {
          const cast = casts[index]
          const log = logs[index]
          const name = names[index] ?? null
          const props = { name, at, traffic, onTraffic: setTraffic, onSeek: player.seek, load: life.loadLists }
          return cast && log && <Panels key={film.run.scenario.name} {...{ cast, film, log, ...props }} />
        })}
      </div>
      <ProofLinks words={words} proofs={proofs.map((href, index) => ({ href, label: recorded[index] ?? null }))} />
      <p class="demo-said" aria-live="polite">
        {said}
      </p>
    </figure>
  )
}
