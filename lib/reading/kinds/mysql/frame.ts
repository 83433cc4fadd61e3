import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Rows } from '../../events'
import { change, type Draft, type Frames, type MysqlServer, type ServerState, STEPS } from '../../film/frame'
import { COUNT, variablesOf } from './variables'

function ofMysql(draft: Draft, host: string, to: (mysql: MysqlServer) => Partial<MysqlServer>): void {
  const own = draft.servers[host]
  if (own === undefined) return
  const mysql = own.mysql ?? { needed: null, unapplied: 0, errno: null }
  own.mysql = { ...mysql, ...to(mysql) }
}

/** Semi-sync while it is on: how many replicas take part, and whether it holds a commit up. */
function gate(draft: Draft, host: string, to: Partial<NonNullable<ServerState['gate']>>): void {
  const own = draft.servers[host]
  if (own?.gate) own.gate = { ...own.gate, ...to }
}

function switchOn(draft: Draft, host: string): void {
  const good = Object.values(draft.servers).filter(({ of, link }) => of === host && link === 'up').length
  change(draft.servers[host], { gate: { good, needed: 1, open: true } })
}

function gained({ host }: { readonly host: string }, draft: Draft): void {
  const own = draft.servers[host]
  if (own) own.offset += 1
}

const LINKS = { connecting: 'connecting', up: 'up', lost: 'down', stopped: 'down' } as const

/** A process that has been started is a server once it takes connections. */
const { start } = STEPS

/** What each event of a server of MySQL changes. */
export const MYSQL_STEPS: Partial<Rows<[Draft], void>> = {
  start(event, draft) {
    if (event.process !== 'mysql') start?.(event, draft)
  },
  'mysql-up'({ host, of, writable, semisync }, draft) {
    change(draft.servers[host], { up: true, role: writable ? 'primary' : 'replica', of, gate: null })
    if (semisync) switchOn(draft, host)
  },
  promoted: ({ host }, draft) => change(draft.servers[host], { role: 'primary' }),
  'read-only': ({ host }, draft) => change(draft.servers[host], { role: 'replica' }),
  repointed({ host, of, discarded }, draft) {
    change(draft.servers[host], { of, link: 'down' })
    ofMysql(draft, host, ({ unapplied }) => ({ unapplied: unapplied - discarded.length, errno: null }))
    const own = draft.servers[host]
    if (own) own.offset -= discarded.length
  },
  receiver: ({ host, state }, draft) => change(draft.servers[host], { link: LINKS[state] }),
  applier: ({ host, errno }, draft) => ofMysql(draft, host, () => ({ errno })),
  'binlog-written': gained,
  'relay-written'(event, draft) {
    gained(event, draft)
    ofMysql(draft, event.host, ({ unapplied }) => ({ unapplied: unapplied + 1 }))
  },
  applied: ({ host }, draft) => ofMysql(draft, host, ({ unapplied }) => ({ unapplied: unapplied - 1 })),
  'semisync-on': ({ host }, draft) => switchOn(draft, host),
  'semisync-off': ({ host }, draft) => change(draft.servers[host], { gate: null }),
  'wait-start': ({ host }, draft) => gate(draft, host, { open: false }),
  'wait-end': ({ host }, draft) => gate(draft, host, { open: true }),
  'replica-attached'({ host, semisync }, draft) {
    if (semisync) gate(draft, host, { good: (draft.servers[host]?.gate?.good ?? 0) + 1 })
  },
  'replica-noticed-dead': ({ host, clients: good }, draft) => gate(draft, host, { good }),
  variable({ host, name, value }, draft) {
    if (name === COUNT) ofMysql(draft, host, () => ({ needed: Number(value) }))
  },
}

/** The frames of a run with how many replicas each source needs: events tell it only where somebody has set it. */
export function withNeeded({ hosts }: Scenario, frames: Frames): Frames {
  return {
    at(at) {
      const frame = frames.at(at)
      const servers = Object.entries(frame.servers).map(([host, own]) => {
        const needed = own.mysql?.needed ?? variablesOf(hosts[host])[COUNT]
        return [host, own.gate ? { ...own, gate: { ...own.gate, needed } } : own] as const
      })
      return { ...frame, servers: Object.fromEntries(servers) }
    },
  }
}
