import type { Host, Hosts } from '../kinds/host'
import type { Field } from './field'
import { PROCESS_KINDS, type ProcessKind } from './process'
import type { Workload } from './scenario'

/** What a run of about a minute and 1.5 GB takes on a slow machine, measured with `npm run bench -- --largest`. */
const MOST_HOSTS: Readonly<Record<ProcessKind, number>> = { redis: 200, sentinel: 100, mysql: 100, client: 1000, resource: 1000 }
export const MOST_EVENTS = 3_000_000
/** Of a sentinel with another sentinel or a server, times the seconds for which they talk. */
const MOST_TALK = 10_000_000
/** Seeds are 32 bits wide. */
export const MAX_SEED = 4_294_967_295

export function checkHosts(field: Field, hosts: Hosts): void {
  for (const kind of PROCESS_KINDS) {
    const number = running(hosts, kind)
    const most = MOST_HOSTS[kind]
    if (number > most) field.fail(`${number} hosts with ${kind}; expected ${most} at most`)
  }
}

/** Each sentinel PINGs, greets and asks every server and every other sentinel, each second or two. */
export function checkTalk(field: Field, durationMs: number, hosts: Hosts): void {
  const sentinels = running(hosts, 'sentinel')
  const links = sentinels * (sentinels + running(hosts, 'redis'))
  const longest = Math.floor(MOST_TALK / links) * 1000
  if (durationMs > longest)
    field.fail(`${durationMs} ms of ${sentinels} sentinels with ${links} links; expected ${longest} ms at most`)
}

export function checkWorkload(field: Field, workloads: readonly Workload[], hosts: Hosts): void {
  const events = eventsOf(workloads, hosts)
  if (events <= MOST_EVENTS) return
  const commands = workloads.reduce((sum, workload) => sum + commandsOf(workload), 0)
  const servers = running(hosts, 'redis')
  field.fail(`${commands} commands, with ${servers} servers ${events} events; expected ${MOST_EVENTS} events at most`)
}

/** Clients that try to take a lock: a try is asked for, judged and answered, on each server that they ask. */
export function checkLocks(field: Field, durationMs: number, hosts: Hosts): void {
  const tries = Object.values(hosts).reduce((sum, { client }) => sum + triesOf(client, durationMs), 0)
  if (tries * EVENTS_OF_A_TRY > MOST_EVENTS)
    field.fail(`${Math.ceil(tries)} tries to take a lock; expected ${Math.floor(MOST_EVENTS / EVENTS_OF_A_TRY)} at most`)
}

/** A try, its end, and what it leaves on a server and its replicas. */
const EVENTS_OF_A_TRY = 6

function triesOf(client: Host['client'], durationMs: number): number {
  if (client?.lock === undefined) return 0
  const servers = typeof client.connect === 'string' ? 1 : client.connect.length
  const { everyMs, writeEveryMs = everyMs } = client.lock
  return (durationMs / Math.min(everyMs, writeEveryMs)) * servers
}

/** A write is sent, executed, applied by each replica and answered; a `WAIT` is answered too, and each replica confirms. */
export function eventsOf(workloads: readonly Workload[], hosts: Hosts): number {
  const servers = running(hosts, 'redis')
  const events = (workload: Workload) => commandsOf(workload) * (2 + servers + (workload.wait === undefined ? 0 : servers))
  return workloads.reduce((sum, workload) => sum + events(workload), 0)
}

function commandsOf({ fromMs, untilMs, everyMs }: Workload): number {
  return Math.ceil((untilMs - fromMs) / everyMs)
}

function running(hosts: Hosts, kind: ProcessKind): number {
  return Object.values(hosts).filter((host) => host[kind] !== undefined).length
}
