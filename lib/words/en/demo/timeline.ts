import type { ShownFate } from '@/lib/reading/film/fate-changes'
import type { CommonSegment, Overlap, Segment } from '@/lib/reading/film/lanes'
import { plain } from '../../phrase'
import { list, seconds } from './pieces'

/** What becomes of a write. */
export const fates = {
  safe: 'acknowledged, safe',
  risk: 'acknowledged, at risk',
  lost: 'acknowledged, lost',
  refused: 'refused',
  unanswered: 'unanswered',
  'no-connection': 'no connection',
} satisfies Readonly<Record<ShownFate, string>>

/** What a server is for a while. */
export const kinds: Readonly<Record<CommonSegment, string> & Partial<Record<Segment['kind'], string>>> = {
  primary: 'primary',
  closed: 'primary, refuses writes',
  replica: 'replica',
  frozen: 'frozen',
  down: 'down',
}

/** The lanes, and the bars below them. */
export const lanes = {
  /** What becomes of a write, where there is little room. */
  fates: {
    safe: 'safe',
    risk: 'at risk',
    lost: 'lost',
    refused: 'refused',
    unanswered: 'unanswered',
    'no-connection': 'no connection',
  } satisfies Readonly<Record<ShownFate, string>>,
  writes: 'writes',
  twoPrimaries: (count: number, micros: number) => `${count === 2 ? 'two' : count} primaries for ${seconds(micros)}`,
  /** Which of several primaries take writes: null where all do all the time. */
  accepting: ({ servers, accepting }: Overlap): string | null => {
    const [first] = accepting
    const both = accepting.reduce((sum, stretch) => sum + (stretch.servers.length > 1 ? stretch.for : 0), 0)
    if (accepting.length > 1) return both === 0 ? 'never both taking writes' : `both take writes for ${seconds(both)}`
    if (!first || first.servers.length === servers.length) return null
    return first.servers.length === 0 ? 'neither takes writes' : `only ${plain(list(first.servers))} takes writes`
  },
  unsent: 'not sent yet',
  howItEnded: 'as it ended',
  knownAt: (micros: number) => `as known at ${seconds(micros)}`,
  cut: 'network cut',
  tick: (text: string) => `${text} s`,
}
