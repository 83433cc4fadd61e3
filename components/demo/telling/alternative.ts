import { type Counts, SHOWN_FATES } from '@/lib/reading/film/fate-strip'
import type { Picture } from '@/lib/reading/film/film'
import { type Frame, reaches } from '@/lib/reading/film/frame'
import type { Lanes } from '@/lib/reading/film/lanes'
import type { NodeKind } from '@/lib/reading/film/stage-plan'
import type { DemoWords } from '../cast'
import { answerOf, clientDoes, fileOf, SAYS, sentinelDoes, sentinelSays, waitOf } from './stage-words'

/** What the lanes and the fate strip show, in words. */
export function timelineAlternative(words: DemoWords, lanes: Lanes, counts: Counts): string {
  const { alternative, fates } = words
  return [
    alternative.timeline(lanes.end),
    ...lanes.lanes.map(({ server, segments }) =>
      alternative.lane(
        server,
        segments.map(({ kind, to }) => ({ kind: words.kinds[kind] ?? kind, until: to < lanes.end ? to : null })),
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

/** What the stage shows, in words: the state of everyone, what each holds, and whom each takes for the primary. */
export function stageAlternative(words: DemoWords, picture: Picture): string {
  const { frame, layout } = picture
  const { alternative, stage } = words
  const nodes = layout.wide.nodes.map(({ host, kind }) => {
    const role = kind === 'server' ? stage.roles[frame.servers[host]?.role ?? 'replica'] : (stage.roles[kind] ?? kind)
    return alternative.node(host, role, (TOLD[kind]?.(words, picture, host) ?? []).join(alternative.comma))
  })
  return [alternative.stage(frame.at), ...cuts(words, frame), ...nodes].join(alternative.space)
}

/** What is drawn of each kind of process. Other kinds bring theirs. */
export const TOLD: Partial<Record<NodeKind, (words: DemoWords, picture: Picture, host: string) => readonly string[]>> = {
  server(words, picture, host) {
    const server = picture.frame.servers[host]
    const state = server?.up ? (server.frozen ? [words.stage.frozen] : []) : [words.stage.dead]
    const file = picture.files[host] ? [fileOf(words, picture, host)] : []
    const lines = [SAYS.dataOf(words, picture, host), SAYS.standingOf(words, picture, host), ...file]
    return [...state, ...lines.flatMap((line) => line?.texts.slice(0, 1) ?? [])]
  },
  sentinel(words, picture, host) {
    const leads = picture.election?.won && picture.election.candidate === host
    return [sentinelSays(words, picture, host), ...(leads ? [words.stage.leader] : []), ...sentinelDoes(words, picture, host)]
  },
  client(words, picture, host) {
    const wait = waitOf(words, picture, host)
    const does = clientDoes(words, picture, host)
    const answer = answerOf(words, picture, host)?.texts.join(words.alternative.space)
    return [does, answer, wait?.command, wait?.count].filter((text) => text !== undefined && text !== null)
  },
}
