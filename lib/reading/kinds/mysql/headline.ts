import { eventsOf } from '../../events'
import type { Film } from '../../film/film'
import type { Headline } from '../../story/headline'
import { readsOf, receivedAt } from './reads'

/** What a run with MySQL came to; `usual`: what any run of its kind would be said to have come to. */
export function mysqlHeadline(film: Film, usual: Headline): Headline {
  if (film.verdict.lost > 0 || film.verdict.acknowledged === 0) return usual
  return phantom(film) ?? errant(film) ?? survived(film) ?? unguarded(film) ?? usual
}

function phantom({ run, verdict }: Film): Headline | null {
  const read = readsOf(run, verdict).find((one) => one.phantom)
  if (!read?.phantom) return null
  return { code: 'phantom', reader: read.on, server: read.phantom.server, command: read.command, gone: read.phantom.gone }
}

function errant({ run, holdings, lanes }: Film): Headline | null {
  const [found] = eventsOf(run, 'errant')
  if (found === undefined) return null
  const { host: of, replica: server } = found.event
  return { code: 'errant', server, of, extra: holdings.at(lanes.end, 0)[server]?.beyond ?? 0 }
}

function survived({ run, verdict }: Film): Headline | null {
  if (eventsOf(run, 'promoted').length === 0) return null
  const { finalPrimary: primary, acknowledged, attempted } = verdict
  return { code: 'survived', primary, acknowledged, failed: attempted - acknowledged }
}

function unguarded({ run, verdict }: Film): Headline | null {
  const [off] = eventsOf(run, 'semisync-off')
  const received = receivedAt(run)
  const alone = verdict.writes.filter(
    ({ write, answeredAt, error }) => answeredAt !== null && error === null && (received.get(write) ?? Infinity) > answeredAt,
  ).length
  if (off === undefined || alone === 0) return null
  return { code: 'unguarded', server: off.event.host, acknowledged: verdict.acknowledged, unguarded: alone }
}

/** The instant at which the figure at rest stands, µs, where it shows what a run with MySQL is about. */
export function mysqlDecisive(film: Film, usual: number): number {
  const { lanes, found, headline, waits } = film
  if (lanes.overlaps.length > 0) return usual
  const last = (...codes: readonly string[]): number | undefined =>
    codes.flatMap((code) => found.findLast((moment) => moment.code === code)?.at ?? []).at(0)
  if (headline.code === 'phantom') return last('phantom') ?? usual
  if (headline.code === 'errant') return last('applier-stopped', 'errant') ?? usual
  if (headline.code === 'survived' || 'lost' in headline) return last('relay-discarded', 'made-writable') ?? usual
  const { longest } = waits
  if (longest !== null && longest.to - longest.from > HELD_UP) return Math.floor((longest.from + longest.to) / 2)
  return last('fell-back') ?? usual
}

/** A commit that is held up for less is not what a run is about, µs. */
const HELD_UP = 500_000
