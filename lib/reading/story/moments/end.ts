import { eventsOf } from '../../events'
import type { Moment } from '../moment'
import type { Story } from './story'

/** The end of the run, and what it leaves open: lost writes of which somebody still has a copy. */
export function endMoments(story: Story): Moment[] {
  const { run, verdict, lanes } = story
  const at = lanes.end
  const index = Math.max(0, run.events.length - 1)
  const left = verdict.writes.filter(({ leftOn }) => leftOn.length > 0)
  const hosts = [...new Set(left.flatMap(({ leftOn }) => leftOn))].sort()
  const present = verdict.acknowledged - verdict.lost
  const { finalPrimary: primary, acknowledged } = verdict
  return [
    ...firstWrite(story),
    ...(left.length > 0 ? [{ code: 'left' as const, at, index, hosts, primary, lost: left.length }] : []),
    { code: 'end', at, index, primary, present, acknowledged },
  ]
}

function firstWrite({ run, verdict }: Story): Moment[] {
  const first = eventsOf(run, 'answer').find(({ event }) => event.error === null)
  const server = first && verdict.writes.find(({ write }) => write === first.event.write)?.server
  if (!first || !server) return []
  return [{ code: 'first-write', at: first.event.at, index: first.index, client: first.event.host, server }]
}
