// `by` of an event leads back, event by event, to what began it.
import { describe, expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import type { EventOf, JournalEvent } from '@/lib/sim/journal'

const { events } = namedRun('split-brain')

/** The names of an event and of what caused it, back to the first. */
function chain(last: JournalEvent | undefined): readonly string[] {
  const names: string[] = []
  for (let event = last; event !== undefined; event = events[event.by ?? -1]) {
    names.push(`${event.host} ${event.type === 'sentinel' ? event.event : event.type}`)
  }
  return names
}

/** How the sentinels came to elect a leader: one found the primary silent, asked, and was voted for. */
const ELECTION = [
  's2 +elected-leader',
  's3 +vote-for-leader',
  's3 +new-epoch',
  's2 +try-failover',
  's2 +new-epoch',
  's2 +odown',
  's2 +sdown',
]
/** How the leader came to name another primary. */
const CONFIGURATION = [
  's2 belief',
  's2 +failover-state-reconf-slaves',
  's2 +promoted-slave',
  's2 +failover-state-wait-promotion',
  's2 +selected-slave',
  ...ELECTION,
]

const lastOf = <T extends JournalEvent['type']>(type: T, test: (event: EventOf<T>) => boolean = () => true) =>
  events.findLast((event): event is JournalEvent & EventOf<T> => event.type === type && test(event as EventOf<T>))

describe('the causes of split-brain', () => {
  it('lead from the promotion back through the votes to the silence of the primary', () => {
    const promotion = lastOf('role', ({ role }) => role === 'primary')
    expect(chain(promotion)).toEqual(['r3 role', 's2 +selected-slave', ...ELECTION])
  })

  it('lead from the address that a sentinel names back to the leader that made it so', () => {
    expect(chain(lastOf('belief'))).toEqual([
      's3 belief',
      's3 +slave',
      's3 +slave',
      's3 +switch-master',
      's3 +config-update-from',
      ...CONFIGURATION,
    ])
  })

  it('lead from the erased data back through the order to follow', () => {
    expect(chain(lastOf('load'))).toEqual(['r1 load', 'r3 snapshot', 'r3 psync', 'r1 link', 'r1 role', ...CONFIGURATION])
  })

  it('lead from an answer back to its write', () => {
    expect(chain(lastOf('answer', ({ error }) => error === null))).toEqual(['c1 answer', 'r1 execute', 'c1 send'])
  })
})
