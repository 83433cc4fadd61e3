import type { JournalEvent, Reply } from '@/lib/sim/journal'
import type { Action } from '@/lib/sim/scenario/scenario'
import { microsSince, sleep } from './clock'
import { namedHosts, withAddresses } from './observe/names'
import type { Cluster } from './process/cluster'

/** Carries out the actions of the scenario, each at its time after `zero`, and lets the run last as long as it should. Returns what was done and answered. */
export async function perform(cluster: Cluster, zero: bigint): Promise<readonly JournalEvent[]> {
  const { scenario } = cluster
  const events: JournalEvent[] = []
  const now = () => microsSince(zero)
  const due = scenario.actions.map((action, index) => ({ action, index })).sort((a, b) => a.action.atMs - b.action.atMs)
  for (const { action, index } of due) {
    await sleepUntil(action.atMs, now)
    events.push(...(await carryOut(cluster, action, index, now, (reply) => events.push(reply))))
  }
  await sleepUntil(scenario.durationMs, now)
  return events
}

async function sleepUntil(atMs: number, now: () => number): Promise<void> {
  const wait = atMs - now() / 1000
  if (wait > 0) await sleep(wait)
}

async function carryOut(
  cluster: Cluster,
  action: Action,
  index: number,
  now: () => number,
  onReply: (reply: JournalEvent) => void,
): Promise<readonly JournalEvent[]> {
  if ('partition' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), type: 'partition', groups: action.partition }]
  }
  if ('cut' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), type: 'cut', ...action.cut }]
  }
  if ('heal' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), type: 'heal' }]
  }
  if ('run' in action) {
    const { on, command } = action.run
    const { host, kinds } = cluster.kindsOf(on)
    const words = withAddresses(command, cluster.network, cluster.hostsWith('redis'))
    if (kinds[0] === 'client') cluster.tellClient(host, { type: 'run', action: index, text: command, words })
    else void type(cluster, index, on, command, words, now).then(onReply)
    return []
  }
  return signal(cluster, action, now)
}

function signal(
  cluster: Cluster,
  action: Extract<Action, { kill: string } | { start: string } | { pause: string } | { resume: string }>,
  now: () => number,
) {
  const type = 'kill' in action ? 'kill' : 'start' in action ? 'start' : 'pause' in action ? 'pause' : 'resume'
  const target =
    'kill' in action ? action.kill : 'start' in action ? action.start : 'pause' in action ? action.pause : action.resume
  const { host, kinds } = cluster.kindsOf(target)
  const at = now()
  if (type === 'kill') cluster.kill(host, kinds)
  else if (type === 'start') for (const kind of kinds) cluster.start(host, kind)
  else cluster.signal(host, kinds, type === 'pause' ? 'SIGSTOP' : 'SIGCONT')
  return kinds.map((process): JournalEvent => ({ at, type, host, process }))
}

/** Types a command on the host of a server or a sentinel. */
async function type(
  cluster: Cluster,
  action: number,
  on: string,
  command: string,
  words: readonly string[],
  now: () => number,
): Promise<JournalEvent> {
  const { host, kinds } = cluster.kindsOf(on)
  const since = now()
  const to = cluster.network.direct(host, kinds[0] === 'sentinel' ? 'sentinel' : 'redis')
  const { replies, failure } = await cluster.operator.order(to, [words], null)
  const at = now()
  const reply: Reply =
    replies?.[0] ??
    (failure === 'refused'
      ? { error: 'NOCONN Connection refused' }
      : failure === null
        ? null
        : { error: 'NOCONN Connection closed' })
  return {
    at,
    type: 'reply',
    action,
    on,
    command,
    took: at - since,
    reply: namedHosts(reply, cluster.network, Object.keys(cluster.scenario.hosts)),
  }
}
