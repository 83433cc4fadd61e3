import { eventsOf } from '../../events'
import type { Moment, MomentOf } from '../moment'
import { commandName, isOrder, type Story } from './story'

/** Commands whose answer is told though others write as well. */
const TELLING: ReadonlySet<string> = new Set(['WAIT', 'SENTINEL CKQUORUM'])

/** The first acknowledged write of each client on another server than before. */
function moves(story: Story): Moment[] {
  const moves: MomentOf<'moved'>[] = []
  const servers = new Map<string, string>()
  for (const { event, index } of eventsOf(story.run, 'answer')) {
    const { host: client, at } = event
    const server = story.verdict.writes[event.write]?.server ?? null
    if (event.error !== null || server === null) continue
    const from = servers.get(client)
    servers.set(client, server)
    if (from === undefined || from === server) continue
    const known = moves.findIndex((move) => move.client === client)
    const first = moves[known]
    if (first === undefined) moves.push({ code: 'moved', at, index, client, from, server, forGood: true })
    else moves[known] = { ...first, forGood: false }
  }
  return moves
}

/** The first of many refusals of one kind for one client; the gate has a moment of its own. */
function refusals(story: Story): Moment[] {
  const counts = new Map<string, number>()
  for (const write of story.verdict.writes) {
    if (write.error !== null)
      counts.set(`${write.client} ${write.error}`, (counts.get(`${write.client} ${write.error}`) ?? 0) + 1)
  }
  const seen = new Set<string>()
  return eventsOf(story.run, 'answer').flatMap(({ event, index }): Moment[] => {
    if (event.error === null || event.error === 'NOREPLICAS') return []
    const key = `${event.host} ${event.error}`
    const count = counts.get(key) ?? 0
    if (seen.has(key) || count * 100 < story.verdict.attempted) return []
    seen.add(key)
    const server = story.verdict.writes[event.write]?.server ?? null
    return [{ code: 'refused', at: event.at, index, client: event.host, server, error: event.error, count }]
  })
}

/** The first `WAIT` that came back with fewer replicas than asked for. */
function waits(story: Story): Moment[] {
  const short = eventsOf(story.run, 'wait-answer').filter(({ event }) => event.count < event.asked)
  const first = short[0]
  if (!first) return []
  const { at, host: client, asked, count } = first.event
  return [{ code: 'wait-short', at, index: first.index, client, asked, count, times: short.length }]
}

/** Commands typed by hand whose answer is the point: where nothing else writes, all of them. */
function replies(story: Story): Moment[] {
  const all = story.run.scenario.workload.length === 0
  return eventsOf(story.run, 'reply').flatMap(({ event, index }): Moment[] => {
    const { at, on, command, reply, took } = event
    const telling = all ? !isOrder(event) : TELLING.has(commandName(event))
    return telling ? [{ code: 'reply', at, index, on, command, reply, took }] : []
  })
}

/** Moments at which a client learned something. */
export function clientMoments(story: Story): Moment[] {
  return [...moves(story), ...refusals(story), ...waits(story), ...replies(story)]
}
