/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import type { Picture } from '@/lib/reading/film/film'
import { momentAt } from '@/lib/reading/story/moment'
import type { Cast, DemoWords } from '../cast'
import { DrawnOnce } from '../drawn-once'
import { Followed } from '../player/followed'
import type { Player } from '../player/use-player'
import { SideName, Sides } from '../sides'
import { Stage } from '../stage/stage'
import { Caption } from '../telling/caption'
import { Storyboard } from '../telling/storyboard'
import { ListPanel } from './list-panel'
import type { LoadLists } from './lists'
import { Panel } from './panel'
import { isList, type ListCode, type TabCode, tabsOf } from './tabs'

interface Props {
  /** Of the demo, unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly casts: readonly Cast[]
  /** For each run of a comparison, the settings that set it apart; empty where there is only one. */
  readonly sides: readonly (readonly string[])[]
  /** The same, each as one name. */
  readonly names: readonly string[]
  readonly player: Player
  /** Markup for what is drawn once; empty in the browser. */
  readonly drawnOnce: { readonly confs: readonly string[]; readonly proof: string }
  readonly chosen: TabCode
  readonly load: LoadLists
}

/** What the tabs of a card show. Only what is chosen is drawn anew; lists that are not chosen are not there. */
export function CardPanels({ id, words, casts, sides, names, player, drawnOnce, chosen, load }: Props) {
  const { pictures, state } = player
  const each = (draw: (picture: Picture, cast: Cast, index: number) => ComponentChild) =>
    pictures.map((picture, index) => {
      const cast = casts[index]
      return cast === undefined ? null : draw(picture, cast, index)
    })
  const nameOf = (index: number) => {
    const settings = sides[index]
    return settings && <SideName words={words} settings={settings} same={names[0] === names[1]} />
  }
  const panel = (code: TabCode) => ({ id, code, chosen: code === chosen })
  const list = (code: ListCode) => (
    <Panel key={code} {...panel(code)} kind="live">
      {code === chosen && (
        <div class="flex min-h-0 flex-1 flex-col gap-2 @min-[66rem]/demo:flex-row @min-[66rem]/demo:gap-10">
          {each(({ at }, cast, index) => {
            const film = state.films[index]
            const { followed } = state
            const props = { code, cast, name: names[index] ?? null, film, at, followed, load }
            return film && <ListPanel key={index} {...props} film={film} onSeek={player.seek} onFollow={player.follow} />
          })}
        </div>
      )}
    </Panel>
  )
  return (
    <div class="relative mt-1.5">
      <Panel {...panel('figure')} kind="figure">
        <Followed words={words} player={player} />
        <Sides>
          {each((picture, cast, index) => (
            <div key={index} class="@container/take min-w-0">
              {nameOf(index) && <div class="@min-[66rem]/demo:hidden">{nameOf(index)}</div>}
              <Stage cast={cast} picture={picture} />
              <Caption cast={cast} moment={picture.moments[momentAt(picture.moments, picture.at)]} />
            </div>
          ))}
        </Sides>
      </Panel>
      <Panel {...panel('moments')} kind="told">
        <Sides>
          {each(({ moments, at }, cast, index) => (
            <div key={index} class="min-w-0">
              {nameOf(index)}
              <Storyboard cast={cast} moments={moments} current={momentAt(moments, at)} onSeek={player.seek} />
            </div>
          ))}
        </Sides>
      </Panel>
      <Panel {...panel('conf')} kind="told">
        <Sides>
          {pictures.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run never changes its side
            <div key={index} class="min-w-0">
              {nameOf(index)}
              <DrawnOnce html={drawnOnce.confs[index]} />
            </div>
          ))}
        </Sides>
      </Panel>
      {tabsOf(words).filter(isList).map(list)}
      <Panel {...panel('proof')} kind="told">
        <DrawnOnce html={drawnOnce.proof} />
      </Panel>
    </div>
  )
}
