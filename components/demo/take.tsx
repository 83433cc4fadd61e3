/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import type { Picture } from '@/lib/reading/film/film'
import { type Moment, momentAt } from '@/lib/reading/story/moment'
import type { Cast } from './cast'
import { Stage } from './stage/stage'
import { Storyboard } from './telling/storyboard'
import { VerdictLine } from './telling/verdict-line'
import { Legend } from './timeline/legend'
import { plotOf } from './timeline/plot'
import { CursorLine, Timeline } from './timeline/timeline'

interface Props {
  readonly cast: Cast
  /** Unique on the page. */
  readonly id: string
  readonly picture: Picture
  /** Shows what was known at the cursor, not how it ended. */
  readonly known: boolean
  readonly onChoose: (moment: Moment) => void
  /** What lets a reader move the cursor on the axis. */
  readonly scrubber: ComponentChild
}

/** One run, drawn: verdict, lanes and fate strip, stage and storyboard. The same on the server and in the browser. */
export function Take({ cast, id, picture, known, onChoose, scrubber }: Props) {
  const { lanes, strip, moments } = picture
  const current = momentAt(moments, picture.at)
  return (
    <div class="demo-take">
      <VerdictLine cast={cast} headline={picture.headline} />
      <div class="demo-axis-box">
        <Timeline
          cast={cast}
          id={id}
          lanes={lanes}
          strip={strip}
          finalTotals={picture.finalTotals}
          moments={moments}
          current={current}
        />
        <CursorLine at={picture.at} end={lanes.end} plot={plotOf(lanes, strip)} />
        {scrubber}
      </div>
      <Legend
        cast={cast}
        counts={picture.totals}
        final={picture.finalTotals}
        knownAt={known ? picture.at : null}
        unsent={strip.slices.reduce((sum, slice) => sum + slice.unsent, 0)}
        id={id}
      />
      <div class="demo-scene">
        <div class="demo-scene-parts">
          <div class="demo-stage-box">
            <Stage cast={cast} picture={picture} />
            <p class="demo-caption">{cast.words.stage.caption}</p>
          </div>
          <Storyboard cast={cast} moments={moments} current={current} onChoose={onChoose} />
        </div>
      </div>
    </div>
  )
}
