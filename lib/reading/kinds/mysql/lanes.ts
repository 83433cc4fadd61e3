import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import { CHANGES, type Lane, type Lanes, type Segment } from '../../film/lanes'

type Changes = typeof CHANGES

/** A process that has been started is a server once it takes connections. */
const { start } = CHANGES

const role = (of: 'primary' | 'replica') => ({ role: of })

/** What each event of a server of MySQL changes in its life. */
export const MYSQL_CHANGES: Changes = {
  start: (event) => (event.process === 'mysql' ? null : (start?.(event) ?? null)),
  'mysql-up': ({ writable, semisync }) => ({
    ...role(writable ? 'primary' : 'replica'),
    up: true,
    reign: semisync ? 'primary' : 'async',
  }),
  promoted: () => role('primary'),
  'read-only': () => role('replica'),
  'semisync-on': () => ({ reign: 'primary' }),
  'semisync-off': () => ({ reign: 'async' }),
}

/** A commit that is held up for less is not seen on the axis, µs. */
const SEEN = 250_000

interface Span {
  readonly from: number
  readonly to: number
}

/** The lanes with the stretches in which a source held its commits up. */
export function withHeldCommits(run: Run, lanes: Lanes): Lanes {
  return {
    ...lanes,
    lanes: lanes.lanes.map((lane) => ({ ...lane, segments: heldIn(lane, spansOf(run, lane.server, lanes.end)) })),
  }
}

/** From when to when somebody waited on a server: until he went on, the server died, or the run ended. */
function spansOf(run: Run, host: string, end: number): readonly Span[] {
  const spans: Span[] = []
  let from: number | null = null
  const close = (to: number): void => {
    if (from !== null && to - from >= SEEN) spans.push({ from, to })
    from = null
  }
  for (const { event } of eventsOf(run, 'wait-start', 'wait-end', 'kill')) {
    if (event.host !== host) continue
    if (event.type === 'wait-start') from ??= event.at
    else close(event.at)
  }
  close(end)
  return spans
}

function heldIn({ segments }: Lane, spans: readonly Span[]): readonly Segment[] {
  return spans.reduce<readonly Segment[]>((parts, span) => parts.flatMap((part) => cutOut(part, span)), segments)
}

/** A stretch of a reign, and within it that of a held commit. */
function cutOut(segment: Segment, span: Span): readonly Segment[] {
  const from = Math.max(segment.from, span.from)
  const to = Math.min(segment.to, span.to)
  if (segment.kind !== 'primary' || from >= to) return [segment]
  const parts: readonly Segment[] = [
    { ...segment, to: from },
    { from, to, kind: 'closed' },
    { ...segment, from: to },
  ]
  return parts.filter((part) => part.to > part.from)
}
