/** @jsxImportSource preact */
import type { DemoWords } from '../cast'
import { Clock } from '../player/clock'
import { seedOf } from '../player/player-state'
import { Transport } from '../player/transport'
import type { Player } from '../player/use-player'
import { Setting } from './setting'

interface Props {
  /** Of the demo, unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
}

/** On a phone it stays in view, below what it controls, as long as any part of the demo is. */
const BAR =
  'mt-2 flex items-center gap-x-2.5 gap-y-1.5 bg-panel text-soft plain:hidden max-wide:sticky max-wide:bottom-0 max-wide:z-10 max-wide:-mx-px max-wide:border-t max-wide:border-line max-wide:px-px max-wide:py-2 max-sm:flex-wrap'

/** What a reader can do to a demo. There from the start: a press that comes before it works is kept for it. */
export function ControlBar({ id, words, player, still }: Props) {
  const { state } = player
  return (
    <div class={BAR} data-part="controls">
      <div class="flex flex-none items-center gap-1 max-sm:flex-1">
        <Transport
          words={words}
          playing={state.playing}
          still={still}
          at={state.at}
          stops={player.stops}
          onPlay={player.play}
          onPause={player.pause}
          onSeek={player.seek}
        />
      </div>
      <Clock
        id={`${id}-speed`}
        words={words}
        at={state.at}
        speed={state.speed}
        slowed={player.slowed}
        still={still}
        onSpeed={player.setSpeed}
      />
      {player.settings.length > 0 && (
        <div class="flex min-w-0 flex-1 gap-2.5 max-sm:basis-full">
          {player.settings.map((setting) => (
            <Setting
              key={`${setting.id} ${state.rests} ${seedOf(state.films)}`}
              id={`${id}-${setting.id}`}
              words={words}
              setting={setting}
              onChange={player.change}
              onHold={player.hold}
            />
          ))}
        </div>
      )}
    </div>
  )
}
