import { type Counts, SHOWN_FATES } from '@/lib/reading/film/fate-strip'
import type { Picture } from '@/lib/reading/film/film'
import { type Frame, reaches } from '@/lib/reading/film/frame'
import type { Lanes } from '@/lib/reading/film/lanes'
import { plain } from '@/lib/words/phrase'
import type { DemoWords } from '../cast'
import { answerOf, saysOf } from './stage-words'

/** What the lanes and the fate strip show, in words. */
export function timelineAlternative(words: DemoWords, lanes: Lanes, counts: Counts): string {
  const { alternative, fates } = words
  return [
    alternative.timeline(lanes.end),
    ...lanes.lanes.map(({ server, segments }) =>
      alternative.lane(
        server,
        segments.map(({ kind, to }) => ({ kind, until: to < lanes.end ? to : null })),
      ),
    ),
    ...lanes.cuts.map(({ from, to }) => alternative.cut(from, to)),
    ...lanes.overlaps.map((overlap) =>
      alternative.overlap(overlap.servers, overlap.from, overlap.to, words.lanes.accepting(overlap)),
    ),
    alternative.writes(
      SHOWN_FATES.filter((fate) => counts[fate] > 0).map((fate) => ({ fate: fates[fate], count: counts[fate] })),
    ),
  ].join(alternative.space)
}

/** Who cannot reach whom, without saying it twice. */
function cuts(words: DemoWords, frame: Frame): string[] {
  const groups = frame.partitions.flatMap((parts) => parts.slice(1).map((part) => words.alternative.split(parts[0] ?? [], part)))
  const oneWay = frame.cuts.filter(({ from, to }) => reaches({ partitions: frame.partitions, cuts: [] }, from, to))
  return [...groups, ...oneWay.map(({ from, to }) => words.alternative.oneWay(from, to))]
}

/** What the stage shows, in words: the state of everyone, and whom each takes for the primary. */
export function stageAlternative(words: DemoWords, picture: Picture): string {
  const { frame, layout } = picture
  const { alternative, stage } = words
  const nodes = layout.nodes.map(({ host, kind }) => {
    const role = kind === 'server' ? stage.roles[frame.servers[host]?.role ?? 'replica'] : stage.roles[kind]
    const answer = kind === 'client' ? answerOf(words, picture, host) : null
    const says = saysOf(words, picture, { host, kind }).map(plain)
    return alternative.node(host, role, [...says, ...(answer ? [answer.text] : [])].join(alternative.comma))
  })
  return [alternative.stage(frame.at), ...cuts(words, frame), ...nodes].join(alternative.space)
}
