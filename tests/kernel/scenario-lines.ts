import type { ClientSpec } from '@/lib/sim/kinds/client/spec'
import type { Host } from '@/lib/sim/kinds/host'
import type { RedisSpec } from '@/lib/sim/kinds/redis/spec'
import type { SentinelSpec } from '@/lib/sim/kinds/sentinel/spec'
import { actionLine } from '@/lib/sim/scenario/action-line'
import type { Link, Scenario, Workload } from '@/lib/sim/scenario/scenario'
import { waitOf } from '@/lib/sim/scenario/wait'

/** A scenario as lines for people: who there is, with which settings, and what is done, in the order of time. */
export function scenarioLines({ hosts, network, workload, actions, durationMs }: Scenario): readonly string[] {
  const inTime = [...actions].sort((a, b) => a.atMs - b.atMs)
  return [
    ...hostLines(hosts),
    `latency ${network.latencyMs} ms`,
    ...network.links.map(linkLine),
    ...workload.map(workloadLine),
    ...inTime.map(actionLine),
    `until ${durationMs}`,
  ]
}

/** Hosts that are alike share a line. */
function hostLines(hosts: Scenario['hosts']): readonly string[] {
  const alike = new Map<string, string[]>()
  for (const [name, host] of Object.entries(hosts)) {
    const what = hostWords(host)
    alike.set(what, [...(alike.get(what) ?? []), name])
  }
  return [...alike].map(([what, names]) => `${names.join(' ')}: ${what}`)
}

function hostWords({ redis, sentinel, client }: Host): string {
  return [
    ...(redis === undefined ? [] : [redisWords(redis)]),
    ...(sentinel === undefined ? [] : [sentinelWords(sentinel)]),
    ...(client === undefined ? [] : [clientWords(client)]),
  ].join('; ')
}

function redisWords({ replicaOf, conf }: RedisSpec): string {
  return [replicaOf === undefined ? 'primary' : `replica of ${replicaOf}`, ...confWords(conf)].join(', ')
}

function sentinelWords({ monitor, quorum, conf }: SentinelSpec): string {
  return [`sentinel of ${monitor}, quorum ${quorum}`, ...confWords(conf)].join(', ')
}

function clientWords({ connect, sentinels, timeoutMs }: ClientSpec): string {
  const patience = timeoutMs === undefined ? [] : [`gives up after ${timeoutMs} ms`]
  return [
    sentinels === undefined ? `client of ${[connect].flat().join(' ')}` : `client, asks ${sentinels.join(' ')}`,
    ...patience,
  ].join(', ')
}

function confWords(conf: RedisSpec['conf'] | SentinelSpec['conf']): readonly string[] {
  return Object.entries(conf).map(([directive, value]) => `${directive} ${value === '' ? '""' : value}`)
}

function linkLine({ between, latencyMs, jitterMs }: Link): string {
  return `link ${between.join(' – ')} ${latencyMs} ms${jitterMs === 0 ? '' : ` and up to ${jitterMs} ms more`}`
}

function workloadLine({ client, command, everyMs, fromMs, untilMs, wait }: Workload): string {
  const behind = wait === undefined ? '' : `, "${waitOf(wait).line}" behind each`
  return `from ${fromMs} until ${untilMs} type ${client} "${command}" every ${everyMs}${behind}`
}
