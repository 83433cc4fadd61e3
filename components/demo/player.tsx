'use client'

import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { logOf } from '@/lib/sim/views/log'
import { type Moment, momentAt } from '@/lib/sim/views/moment'
import type { Locale } from '@/lib/words/locale'
import { plain } from '@/lib/words/phrase'
import { type Cast, demoWords } from './cast'
import { ControlBar } from './control-bar'
import { Panels } from './panels'
import { plotOf } from './plot'
import { ProofLinks } from './proof-links'
import { Scrubber } from './scrubber'
import { eventTimes, momentTimes, neighbour } from './steps'
import { momentSentence } from './storyboard'
import { Take } from './take'
import { TakeBox } from './take-box'
import type { SettingValue, TakeData } from './take-data'
import { usePlayer } from './use-player'
import { headlineSentence } from './verdict-line'

interface Props {
  readonly locale: Locale
  readonly title: string
  /** One run, or two on one seed: without and with a setting. */
  readonly takes: readonly TakeData[]
  readonly settings: readonly SettingValue[]
}

/** A demo. Its figure is the one that was built; once the kernel is there it plays, steps, and takes other settings. */
export function Player({ locale, title, takes, settings }: Props) {
  const root = useRef<HTMLElement>(null)
  const player = usePlayer(root, takes, settings)
  const words = demoWords(locale)
  const id = useId()
  const [traffic, setTraffic] = useState(false)
  const { state, pictures } = player
  const { films, scenarios } = state
  const alive = films !== null
  const logs = useMemo(() => films?.map((film) => logOf(film.run)) ?? [], [films])
  const casts: readonly Cast[] = useMemo(
    () => takes.map(({ scenario }) => ({ words, hosts: Object.keys(scenario.hosts) })),
    [words, takes],
  )
  const step = (times: readonly number[], direction: 1 | -1): void => {
    const to = neighbour(times, state.at, direction)
    if (to !== null) player.seek(to)
  }
  const onChoose = (moment: Moment): void => player.seek(moment.at)
  const names = takes.length > 1 ? [words.player.without, words.player.with] : []
  const said = useAnnouncement(player, words)

  return (
    <figure
      ref={root}
      className={takes.length > 1 ? 'demo demo-compare' : 'demo'}
      data-alive={alive || undefined}
      aria-label={words.player.region(title)}
    >
      <figcaption className="demo-head">
        <b>{title}</b>
        <span>{words.player.seed(scenarios[0]?.seed ?? 0)}</span>
      </figcaption>
      <div className="demo-takes">
        {pictures.map((picture, index) => {
          const cast = casts[index]
          const name = names[index] ?? null
          return (
            cast && (
              <TakeBox key={takes[index]?.scenario.name} name={name} words={words} differences={player.differences[index] ?? []}>
                <Take
                  cast={cast}
                  id={`${id}${index}`}
                  picture={picture}
                  known={state.moved}
                  alive={alive}
                  onChoose={onChoose}
                  scrubber={
                    <Scrubber
                      words={words}
                      label={name === null ? words.player.scrub : `${words.player.scrub}, ${name}`}
                      at={picture.at}
                      end={picture.lanes.end}
                      moments={picture.moments}
                      marksHeight={plotOf(picture.lanes, picture.strip).lanesTop - 4}
                      onSeek={player.seek}
                      onChoose={onChoose}
                    />
                  }
                />
              </TakeBox>
            )
          )
        })}
      </div>
      <noscript>
        <p className="demo-note">{words.player.noScript}</p>
      </noscript>
      {player.failed && <p className="demo-note">{words.player.failed}</p>}
      <ControlBar
        words={words}
        player={player}
        onEvent={(direction) => step(eventTimes(films ?? [], logs, traffic), direction)}
        onMoment={(direction) => step(momentTimes(films ?? []), direction)}
      />
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
        scenarios={takes.map(({ scenario }, index) => ({ name: scenario.name, label: names[index] ?? null }))}
      />
      <p className="demo-said" aria-live="polite">
        {said}
      </p>
    </figure>
  )
}

/** What a reader who cannot see it is told: each moment the cursor comes to, and each new verdict; not each frame. */
function useAnnouncement({ state, pictures }: ReturnType<typeof usePlayer>, words: ReturnType<typeof demoWords>): string {
  const [said, setSaid] = useState('')
  const { moved, films } = state
  const picture = pictures.at(-1)
  const moment = picture?.moments[momentAt(picture.moments, picture.at)]
  const sentence = moved && moment ? plain(momentSentence(words, moment)) : ''
  const verdict = pictures.map(({ headline }) => plain(headlineSentence(words, headline))).join(' ')
  const lastVerdict = useRef(verdict)
  useEffect(() => {
    if (sentence !== '') setSaid(sentence)
  }, [sentence])
  useEffect(() => {
    if (films && verdict !== lastVerdict.current) setSaid(verdict)
    lastVerdict.current = verdict
  }, [films, verdict])
  return said
}
