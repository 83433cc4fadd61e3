import type { Micros } from '../engine/time'
import type { Instance } from './instance'
import type { FailoverState, Sentinel } from './sentinel'

export const REDIS_PORT = 6379
const SENTINEL_PORT = 26379

/** As `SENTINEL MASTER` spells the states of the table in section 5.6. */
const STATES: Readonly<Record<FailoverState, string>> = {
  none: 'none',
  'wait start': 'wait_start',
  'select replica': 'select_slave',
  'send replicaof no one': 'send_slaveof_noone',
  'wait promotion': 'wait_promotion',
  'reconfigure replicas': 'reconf_slaves',
  'update config': 'update_config',
}

type Fields = Readonly<Record<string, string | number>>

/** One instance as `SENTINEL MASTER`, `REPLICAS` and `SENTINELS` show it: names and values in turn, in Redis' order (R165). */
export function describe(sentinel: Sentinel, instance: Instance, now: Micros): readonly string[] {
  const fields = { ...common(sentinel, instance, now), ...own(sentinel, instance, now) }
  return Object.entries(fields).flatMap(([name, value]) => [name, String(value)])
}

function common(sentinel: Sentinel, instance: Instance, now: Micros): Fields {
  const { link } = instance
  const isPrimary = instance.kind === 'master'
  const port = instance.kind === 'sentinel' ? SENTINEL_PORT : REDIS_PORT
  return {
    name: isPrimary ? 'm' : `${instance.host}:${port}`,
    ip: instance.host,
    port,
    runid: instance.runId ?? '',
    flags: flags(sentinel, instance).join(','),
    'link-pending-commands': link.pending,
    'link-refcount': 1,
    ...(isPrimary && sentinel.inFailover && { 'failover-state': STATES[sentinel.failoverState] }),
    'last-ping-sent': link.activePing === null ? 0 : since(link.activePing, now),
    'last-ok-ping-reply': since(link.lastAvailable, now),
    'last-ping-reply': since(link.lastPong, now),
    ...(instance.subjectivelyDown && { 's-down-time': since(instance.downSince, now) }),
    ...(isPrimary && sentinel.objectivelyDown && { 'o-down-time': since(sentinel.objectivelyDownSince, now) }),
    'down-after-milliseconds': sentinel.conf['down-after-milliseconds'],
  }
}

function own(sentinel: Sentinel, instance: Instance, now: Micros): Fields {
  if (instance.kind === 'sentinel') {
    return {
      'last-hello-message': since(instance.lastHello, now),
      'voted-leader': instance.vote ?? '?',
      'voted-leader-epoch': instance.voteEpoch,
    }
  }
  const reported = {
    'info-refresh': instance.infoRefresh === null ? 0 : since(instance.infoRefresh, now),
    'role-reported': instance.roleReported === 'primary' ? 'master' : 'slave',
    'role-reported-time': since(instance.roleReportedAt, now),
  }
  return { ...reported, ...(instance.kind === 'master' ? ofPrimary(sentinel) : ofReplica(instance)) }
}

function ofPrimary(sentinel: Sentinel): Fields {
  return {
    'config-epoch': sentinel.configEpoch,
    'num-slaves': sentinel.replicas.length,
    'num-other-sentinels': sentinel.peers.length,
    quorum: sentinel.quorum,
    'failover-timeout': sentinel.conf['failover-timeout'],
    'parallel-syncs': sentinel.conf['parallel-syncs'],
  }
}

function ofReplica(replica: Instance): Fields {
  return {
    'master-link-down-time': replica.linkDownMs,
    'master-link-status': replica.linkUp ? 'ok' : 'err',
    'master-host': replica.follows ?? '?',
    'master-port': REDIS_PORT,
    'slave-priority': replica.priority,
    'slave-repl-offset': replica.offset,
    'replica-announced': 1,
  }
}

function flags(sentinel: Sentinel, instance: Instance): readonly string[] {
  const isPrimary = instance.kind === 'master'
  return [
    ...(instance.subjectivelyDown ? ['s_down'] : []),
    ...(isPrimary && sentinel.objectivelyDown ? ['o_down'] : []),
    instance.kind,
    ...(instance.link.disconnected ? ['disconnected'] : []),
    ...(instance.saysDown ? ['master_down'] : []),
    ...(isPrimary && sentinel.inFailover ? ['failover_in_progress'] : []),
    ...(instance.promoted ? ['promoted'] : []),
    ...(instance.reconfiguration === 'none'
      ? []
      : [{ sent: 'reconf_sent', 'in progress': 'reconf_inprog', done: 'reconf_done' }[instance.reconfiguration]]),
    ...(isPrimary && sentinel.forced ? ['force_failover'] : []),
  ]
}

/** Whole milliseconds. */
function since(then: Micros, now: Micros): number {
  return Math.floor((now - then) / 1000)
}
