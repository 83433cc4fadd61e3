/** @jsxImportSource preact */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { SettingId } from '@/lib/settings/settings'
import type { Cast, DemoWords } from './cast'
import { ControlBar } from './controls/control-bar'
import { sideSettings } from './controls/side-settings'
import { Head } from './head'
import type { View } from './link/view'
import { CardPanels } from './panels/card-panels'
import type { LoadLists } from './panels/lists'
import { TabStrip } from './panels/tab-strip'
import { type TabCode, tabsOf } from './panels/tabs'
import { scenariosOf } from './player/player-state'
import { tellingWrite } from './player/telling-write'
import { useAnnouncement } from './player/use-announcement'
import { useChips } from './player/use-chips'
import { useMarks } from './player/use-marks'
import { type Films, usePlayer } from './player/use-player'
import { useReducedMotion } from './player/use-reduced-motion'
import { SideName, Sides } from './sides'
import { VerdictLine } from './telling/verdict-line'
import { ScrubbedTimeline } from './timeline/scrubbed-timeline'

export interface PlayerProps {
  /** Unique on the page, as are all ids that begin with it. */
  readonly id: string
  readonly words: DemoWords
  readonly title: string
  /** The runs that the page is built with: one, or two on one seed, without and with a setting. */
  readonly films: readonly Film[]
  /** The live settings; they act on the last run. */
  readonly settings: readonly SettingId[]
  /** For each run its configuration, and where to read what real servers did, as markup; in the browser it is in the page. */
  readonly drawnOnce: { readonly confs: readonly string[]; readonly proof: string }
  readonly life: Life
}

/** What only a demo that is alive does. */
export interface Life {
  readonly films: Films
  readonly loadLists: LoadLists
  /** Called each time it has been drawn. */
  readonly seen: (view: View) => void
}

/** Of a figure that is only drawn. */
export const ASLEEP: Life = { films: { of: () => null, expect() {} }, loadLists: () => new Promise(() => {}), seen() {} }

const CARD = [
  'group/demo @container/demo relative my-9 rounded-panel border border-line bg-panel px-3.5 pt-2 pb-1 leading-normal tabular-nums',
  'text-md max-sm:-mx-3 sm:px-5 wide:px-3.5 min-[76rem]:px-5.25 plain:pb-4',
].join(' ')

/** Where there is no room for all of a card they stay in view, below the head of the page, as long as any part of it is. */
const VERDICTS = 'bg-panel max-wide:sticky max-wide:top-11 max-wide:z-10 max-wide:py-1 print:static'

/** A demo. On the server it draws the figure that its page is built with; in the browser that figure plays, steps and takes other settings. */
export function Player({ id, words, title, films: built, settings, drawnOnce, life }: PlayerProps) {
  const root = useRef<HTMLElement>(null)
  const player = usePlayer(root, built, settings, life.films)
  const [tab, setTab] = useState<TabCode>('figure')
  const { pictures, state } = player
  const casts: readonly Cast[] = useMemo(
    () => scenariosOf(built).map(({ hosts }) => ({ words, hosts: Object.keys(hosts) })),
    [words, built],
  )
  const still = useReducedMotion()
  const sides = useMemo(() => player.sides.map((side) => sideSettings(words, side)), [player.sides, words])
  const names = sides.map((side) => side.join(words.controls.and))
  const said = useAnnouncement(player, names, words)
  useChips(root, id, built, player)
  useMarks(root)
  useLayoutEffect(() => life.seen({ id, words, built, player, tab, choose: setTab }))
  const pick = (film: Film | undefined) => (at: number) => {
    const write = film && tellingWrite(film, at)
    if (write) player.follow(write.write, write.sentAt)
  }

  return (
    <figure id={id} ref={root} class={CARD} aria-label={words.player.region(title)} data-part="demo">
      <Head id={id} words={words} title={title} player={player} />
      <div class={VERDICTS} data-part="verdicts">
        <Sides>
          {pictures.map(({ headline }, index) => {
            const cast = casts[index]
            const side = sides[index]
            return (
              cast && (
                // biome-ignore lint/suspicious/noArrayIndexKey: a run never changes its side
                <div key={index} class="min-w-0">
                  {side && <SideName words={words} settings={side} same={names[0] === names[1]} />}
                  <VerdictLine cast={cast} headline={headline} small={pictures.length > 1} />
                </div>
              )
            )
          })}
        </Sides>
      </div>
      <div class="relative" data-part="timelines">
        <Sides>
          {pictures.map((picture, index) => {
            const cast = casts[index]
            const props = { id: `${id}${index}`, name: names[index] ?? null, picture, player, still }
            // biome-ignore lint/suspicious/noArrayIndexKey: likewise
            return cast && <ScrubbedTimeline key={index} {...props} cast={cast} onPick={pick(state.films[index])} />
          })}
        </Sides>
      </div>
      <CardPanels {...{ id, words, casts, sides, names, player, drawnOnce }} chosen={tab} load={life.loadLists} />
      <ControlBar {...{ id, words, player, still }} />
      <TabStrip id={id} words={words} codes={tabsOf(words)} chosen={tab} onChoose={setTab} />
      <p class="sr-only" aria-live="polite" data-part="said">
        {said}
      </p>
    </figure>
  )
}
