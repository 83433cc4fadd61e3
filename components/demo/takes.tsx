/** @jsxImportSource preact */
import type { Moment } from '@/lib/reading/story/moment'
import type { Cast, DemoWords } from './cast'
import type { Player } from './player/use-player'
import { Take } from './take'
import { TakeBox } from './take-box'
import { plotOf } from './timeline/plot'
import { Scrubber } from './timeline/scrubber'

interface Props {
  readonly words: DemoWords
  /** Unique on the page. */
  readonly id: string
  readonly casts: readonly Cast[]
  /** The settings that name the runs of a comparison; empty where there is only one. */
  readonly sides: readonly (readonly string[])[]
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
}

/** The runs of a demo under one cursor. */
export function Takes({ words, id, casts, sides, player, still }: Props) {
  const onToggle = still ? null : player.state.playing ? player.pause : player.play
  const onChoose = (moment: Moment): void => player.seek(moment.at)
  return (
    <div class="demo-takes">
      {player.pictures.map((picture, index) => {
        const cast = casts[index]
        const name = sides[index]?.join(words.controls.and) ?? null
        return (
          cast && (
            <TakeBox
              key={player.state.films[index]?.run.scenario.name}
              words={words}
              settings={sides[index] ?? null}
              same={sides[0]?.join() === sides[1]?.join()}
            >
              <Take
                cast={cast}
                id={`${id}${index}`}
                picture={picture}
                known={player.state.moved}
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
