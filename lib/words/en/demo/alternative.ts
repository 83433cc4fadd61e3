import { plain } from '../../phrase'
import { number } from '../counted'
import { list, seconds } from './pieces'

/** What is drawn, for those who do not see it. */
export const alternative = {
  /** What stands between two sentences, and between two things said of one. */
  space: ' ',
  comma: ', ',
  timeline: (end: number) => `Timeline of ${seconds(end, 0)}.`,
  lane: (server: string, parts: readonly { kind: string; until: number | null }[]) =>
    `${server}: ${parts.map(({ kind, until }) => `${kind}${until === null ? '' : ` until ${seconds(until)}`}`).join(', then ')}.`,
  cut: (from: number, to: number) => `Network cut from ${seconds(from)} to ${seconds(to)}.`,
  overlap: (servers: readonly string[], from: number, to: number, accepting: string | null) =>
    `${plain(list(servers))} are primary at the same time from ${seconds(from)} to ${seconds(to)}${accepting === null ? '' : `, ${accepting}`}.`,
  writes: (counts: readonly { fate: string; count: number }[]) =>
    counts.length === 0 ? 'No writes.' : `Writes: ${counts.map(({ fate, count }) => `${number(count)} ${fate}`).join('; ')}.`,
  stage: (at: number) => `The cluster at ${seconds(at)}.`,
  node: (name: string, role: string, says: string) => `${name}, ${role}: ${says}.`,
  split: (near: readonly string[], far: readonly string[]) => `${plain(list(near))} cannot reach ${plain(list(far))}.`,
  oneWay: (from: string, to: string) => `${from} cannot reach ${to}.`,
}
