/** @jsxImportSource preact */
import type { DemoWords } from '../cast'
import { seedOf } from '../player/player-state'
import { SPEEDS } from '../player/speeds'
import { Transport } from '../player/transport'
import type { Player } from '../player/use-player'
import type { Steps } from '../player/use-steps'
import { Setting } from './setting'

interface Props {
  /** Of the demo, unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly steps: Steps
}

/** All that a reader can do to a demo. There from the start, in sight once it works. */
export function ControlBar({ id, words, player, still, steps }: Props) {
  const speedId = `${id}-speed`
  const { state } = player
  return (
    <div class="demo-controls demo-live">
      <Transport
        words={words}
        playing={state.playing}
        still={still}
        at={state.at}
        speed={state.speed}
        onPlay={player.play}
        onPause={player.pause}
        steps={steps}
        onSeek={player.seek}
      />
      {player.settings.length > 0 && (
        <div class="demo-settings">
          {player.settings.map((setting) => (
            <Setting
              key={`${setting.id} ${state.rests} ${seedOf(state.films)}`}
              id={`${id}-${setting.id}`}
              words={words}
              setting={setting}
              onChange={player.change}
            />
          ))}
        </div>
      )}
      <div class="demo-extras">
        {still ? (
          <span>{words.player.reduced}</span>
        ) : (
          <span class="demo-speed">
            <label for={speedId}>{words.player.speed}</label>
            <select id={speedId} value={state.speed} onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}>
              {SPEEDS.map((speed) => (
                <option key={speed} value={speed}>
                  {words.player.speedIs(words.player.span(speed))}
                </option>
              ))}
            </select>
          </span>
        )}
        <button type="button" class="demo-link-button" onClick={player.otherSeed}>
          {words.player.otherSeed}
        </button>
        <button type="button" class="demo-link-button" title={words.player.resetHint} onClick={player.reset}>
          {words.player.reset}
        </button>
      </div>
    </div>
  )
}
