import { useMemo, useRef, useState } from 'react'
import type { Locale } from '@/lib/locale'
import { logOf } from '@/lib/reading/lists/log'
import type { Cast, DemoWords } from './cast'
import { ControlBar } from './controls/control-bar'
import { sideSettings } from './controls/side-settings'
import { Panels } from './panels/panels'
import { ProofLinks } from './panels/proof-links'
import { useAnnouncement } from './player/use-announcement'
import { usePlayer } from './player/use-player'
import { useReducedMotion } from './player/use-reduced-motion'
import { useSteps } from './player/use-steps'
import type { SettingValue, TakeData } from './take-data'
import { Takes } from './takes'

export interface PlayerProps {
  /** Unique on the page, and the same when the page is drawn anew: by it the figure as built is found. */
  readonly id: string
  readonly locale: Locale
  readonly words: DemoWords
  readonly title: string
  /** One run, or two on one seed: without and with a setting. */
  readonly takes: readonly TakeData[]
  readonly settings: readonly SettingValue[]
}

/** A demo. Its figure is the one that was built; once the kernel is there it plays, steps, and takes other settings. */
export function Player({ id, locale, words, title, takes, settings }: PlayerProps) {
  const root = useRef<HTMLElement>(null)
  const player = usePlayer(root, takes, settings)
  const [traffic, setTraffic] = useState(false)
  const { state } = player
  const { films, scenarios } = state
  const alive = films !== null
  const logs = useMemo(() => films?.map((film) => logOf(film.run)) ?? [], [films])
  const casts: readonly Cast[] = useMemo(
    () => takes.map(({ scenario }) => ({ words, hosts: Object.keys(scenario.hosts) })),
    [words, takes],
  )
  const still = useReducedMotion()
  const steps = useSteps(films, logs, traffic, state.at)
  const compared = takes.length > 1
  const sides = compared ? player.sides.map((settings) => sideSettings(words, settings)) : []
  const names = sides.map((settings) => settings.join(words.controls.and))
  const recorded = compared ? takes.map(({ side }) => sideSettings(words, side).join(words.controls.and)) : []
  const said = useAnnouncement(player, names, words)

  return (
    <figure
      id={id}
      ref={root}
      className={compared ? 'demo demo-compare' : 'demo'}
      data-alive={alive || undefined}
      aria-label={words.player.region(title)}
    >
      <figcaption className="demo-head">
        <b>{title}</b>
        <span>{words.player.seed(scenarios[0]?.seed ?? 0, state.sameOutcome)}</span>
      </figcaption>
      <Takes {...{ words, id, takes, casts, sides, player, still }} />
      <noscript>
        <p className="demo-note">{words.player.noScript}</p>
      </noscript>
      {player.failed && <p className="demo-note">{words.player.failed}</p>}
      <ControlBar {...{ words, player, still, steps }} />
      <div className="demo-takes">
        {casts.map((cast, index) => (
          <Panels
            key={takes[index]?.scenario.name}
            cast={cast}
            name={names[index] ?? null}
            film={films?.[index] ?? null}
            log={logs[index] ?? null}
            at={state.at}
            traffic={traffic}
            onTraffic={setTraffic}
            onSeek={player.seek}
          />
        ))}
      </div>
      <ProofLinks
        locale={locale}
        words={words}
        scenarios={takes.map(({ scenario }, index) => ({ name: scenario.name, label: recorded[index] ?? null }))}
      />
      <p className="demo-said" aria-live="polite">
        {said}
      </p>
    </figure>
  )
}
