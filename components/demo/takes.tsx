import type { Moment } from '@/lib/sim/views/moment'
import type { Cast, DemoWords } from './cast'
import { plotOf } from './plot'
import { Scrubber } from './scrubber'
import { Take } from './take'
import { TakeBox } from './take-box'
import type { TakeData } from './take-data'
import type { Player } from './use-player'

interface Props {
  readonly words: DemoWords
  /** Unique on the page. */
  readonly id: string
  readonly takes: readonly TakeData[]
  readonly casts: readonly Cast[]
  /** What the runs of a comparison are called; empty where there is only one. */
  readonly names: readonly string[]
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
}

/** The runs of a demo under one cursor. */
export function Takes({ words, id, takes, casts, names, player, still }: Props) {
  const onToggle = still ? null : player.state.playing ? player.pause : player.play
  const onChoose = (moment: Moment): void => player.seek(moment.at)
  return (
    <div className="demo-takes">
      {player.pictures.map((picture, index) => {
        const cast = casts[index]
        const name = names[index] ?? null
        return (
          cast && (
            <TakeBox key={takes[index]?.scenario.name} name={name} words={words} differences={player.differences[index] ?? []}>
              <Take
                cast={cast}
                id={`${id}${index}`}
                picture={picture}
                known={player.state.moved}
                alive={player.state.films !== null}
                onChoose={onChoose}
                scrubber={
                  <Scrubber
                    words={words}
                    label={name === null ? words.player.scrub : words.player.scrubOf(name)}
                    at={picture.at}
                    end={picture.lanes.end}
                    moments={picture.moments}
                    marksHeight={plotOf(picture.lanes, picture.strip).lanesTop - 4}
                    onSeek={player.seek}
                    onChoose={onChoose}
                    onToggle={onToggle}
                  />
                }
              />
            </TakeBox>
          )
        )
      })}
    </div>
  )
}
