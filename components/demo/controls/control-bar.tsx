import { useId } from 'react'
import type { DemoWords } from '../cast'
import { SPEEDS } from '../player/speeds'
import { Transport } from '../player/transport'
import type { Player } from '../player/use-player'
import type { Steps } from '../player/use-steps'
import { Setting } from './setting'

interface Props {
  readonly words: DemoWords
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly steps: Steps
}

/** All that a reader can do to a demo. There from the start, in sight once it works. */
export function ControlBar({ words, player, still, steps }: Props) {
  const speedId = useId()
  const { state } = player
  return (
    <div className="demo-controls demo-live">
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
        <div className="demo-settings">
          {player.settings.map((setting) => (
            <Setting
              key={`${setting.id} ${state.rests} ${state.scenarios[0]?.seed}`}
              words={words}
              setting={setting}
              onChange={player.change}
            />
          ))}
        </div>
      )}
      <div className="demo-extras">
        {still ? (
          <span>{words.player.reduced}</span>
        ) : (
          <span className="demo-speed">
            <label htmlFor={speedId}>{words.player.speed}</label>
            <select id={speedId} value={state.speed} onChange={(event) => player.setSpeed(Number(event.target.value))}>
              {SPEEDS.map((speed) => (
                <option key={speed} value={speed}>
                  {words.player.speedIs(words.player.span(speed))}
                </option>
              ))}
            </select>
          </span>
        )}
        <button type="button" className="demo-link-button" onClick={player.otherSeed}>
          {words.player.otherSeed}
        </button>
        <button type="button" className="demo-link-button" title={words.player.resetHint} onClick={player.reset}>
          {words.player.reset}
        </button>
      </div>
    </div>
  )
}
