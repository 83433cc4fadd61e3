// What MySQL's sentences say, by the events alone.
import { expect } from 'vitest'
import type { MYSQL_MOMENTS } from '@/lib/reading/kinds/mysql/moments'
import type { MomentOf } from '@/lib/reading/story/moment'
import type { JournalEvent } from '@/lib/sim/journal'
import { acknowledgedBy, dataOf, type Ground, isPrimary, isRunning } from './ground'

/** A commit that is held up for less is not told, µs. */
const NOTICEABLE = 250_000

const goesOn = (server: string) => (event: JournalEvent) =>
  (event.type === 'wait-end' || event.type === 'kill') && event.host === server

export const holdsOfMysql: { readonly [C in keyof typeof MYSQL_MOMENTS]: (moment: MomentOf<C>, ground: Ground) => void } = {
  held({ server, point, at }, { event, behind, run }) {
    expect(event).toMatchObject({ type: 'wait-start', host: server, point })
    const until = behind.find(goesOn(server))?.at ?? run.scenario.durationMs * 1000
    expect(until - at).toBeGreaterThanOrEqual(NOTICEABLE)
  },
  'fell-back'({ server, reason, released, at }, { event, before, behind, run }) {
    expect(event).toMatchObject({ type: 'semisync-off', host: server, reason })
    const sent = new Set(before.flatMap((other) => (other.type === 'send' && other.server === server ? [other.write] : [])))
    const soon = [...before, ...behind].filter((other) => other.at > at && other.at < at + NOTICEABLE)
    expect(acknowledgedBy(soon).filter((write) => sent.has(write))).toHaveLength(released)
    expect(run.scenario.hosts[server]?.mysql).toBeDefined()
  },
  returned({ server, away, at }, { event, before }) {
    expect(event).toMatchObject({ type: 'semisync-on', host: server })
    expect(before.findLast((other) => other.type === 'semisync-off' && other.host === server)?.at).toBe(at - away)
  },
  'made-writable'({ host, alive, missing, acknowledged }, { run, event, before }) {
    expect(event).toMatchObject({ type: 'promoted', host })
    const own = dataOf(run, before, host)
    const given = acknowledgedBy(before)
    expect([acknowledged, missing]).toEqual([given.length, given.filter((write) => !own.has(write)).length])
    if (alive !== null) expect(isPrimary(before, alive) && isRunning(before, alive)).toBe(true)
  },
  'relay-discarded'({ host, discarded, acknowledged }, { run, event, before }) {
    expect(event).toMatchObject({ type: 'repointed', host })
    const gone = event?.type === 'repointed' ? event.discarded : []
    expect(gone).toHaveLength(discarded)
    const own = dataOf(run, before, host)
    for (const write of gone) {
      expect(own.has(write)).toBe(false)
      expect(before.some((other) => other.type === 'relay-written' && other.host === host && other.write === write)).toBe(true)
    }
    expect(acknowledgedBy(before).filter((write) => gone.includes(write))).toHaveLength(acknowledged)
  },
  'applier-stopped': ({ host, errno }, { event }) =>
    expect(event).toMatchObject({ type: 'applier', host, state: 'stopped', errno }),
  back({ host, writable, kept, successor }, { run, event, before, verdict }) {
    expect(event).toMatchObject({ type: 'mysql-up', host, writable })
    expect(before.some((other) => other.type === 'kill' && other.host === host)).toBe(true)
    const own = dataOf(run, before, host)
    const inBinlog = before.flatMap((other) => (other.type === 'binlog-written' && other.host === host ? [other.write] : []))
    const unseen = inBinlog.filter((write) => !own.has(write))
    expect(unseen).toHaveLength(kept)
    for (const write of unseen) expect(verdict.writes[write]?.answeredAt ?? null).toBe(null)
    if (successor !== null) expect(isPrimary(before, successor) && isRunning(before, successor)).toBe(true)
  },
  errant: ({ host, of, gtids }, { event }) => expect(event).toMatchObject({ type: 'errant', host: of, replica: host, gtids }),
  phantom({ on, client, command, gone }, { run, event, before, verdict }) {
    expect(event).toMatchObject({ type: 'reply', on, command })
    const waiting = before.findLast((other) => other.type === 'send' && other.host === client)
    const write = waiting?.type === 'send' ? waiting.write : -1
    expect(acknowledgedBy(before)).not.toContain(write)
    const last = verdict.finalPrimary
    expect(last === null || !dataOf(run, run.events, last).has(write)).toBe(gone)
  },
  read: ({ on, command, reply }, { event }) => expect(event).toMatchObject({ type: 'reply', on, command, reply }),
}

/** What a server of MySQL is, by its events so far: how a lane is drawn. */
export function reignOf(events: readonly JournalEvent[], server: string): string {
  const own = events.filter(({ host }) => host === server)
  if (!isPrimary(own, server)) return 'replica'
  const mode = own.findLast(({ type }) => type === 'semisync-on' || type === 'semisync-off' || type === 'mysql-up')
  const on = mode?.type === 'mysql-up' ? mode.semisync : mode?.type === 'semisync-on'
  if (!on) return 'async'
  const wait = own.findLast(({ type }) => type === 'wait-start' || type === 'wait-end' || type === 'kill')
  return wait?.type === 'wait-start' ? 'closed' : 'primary'
}
