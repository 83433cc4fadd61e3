import type { Reply } from '@/lib/sim/journal'
import type { Action } from '@/lib/sim/scenario/scenario'
import { microsSince, sleep } from './clock'
import { namedHosts, withAddresses } from './observe/names'
import { answeredWhenTyped, sentWhenTyped, type Typed } from './observe/typed'
import type { Cluster } from './process/cluster'
import type { Seen } from './writer/protocol'

/** Carries out the actions of the scenario, each at its time after `zero`, and lets the run last as long as it should. Returns what was done and answered. */
export async function perform(cluster: Cluster, zero: bigint): Promise<readonly Seen[]> {
  const { scenario } = cluster
  const events: Seen[] = []
  const now = () => microsSince(zero)
  const due = scenario.actions.map((action, index) => ({ action, index })).sort((a, b) => a.action.atMs - b.action.atMs)
  for (const { action, index } of due) {
    await sleepUntil(action.atMs, now)
    events.push(...(await carryOut(cluster, action, index, now, (seen) => events.push(...seen))))
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
  onAnswer: (seen: readonly Seen[]) => void,
): Promise<readonly Seen[]> {
  if ('partition' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), host: null, type: 'partition', by: null, groups: action.partition }]
  }
  if ('cut' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), host: null, type: 'cut', by: null, ...action.cut }]
  }
  if ('heal' in action) {
    await cluster.network.apply(action)
    return [{ at: now(), host: null, type: 'heal', by: null }]
  }
  if ('run' in action) {
    const { on, command } = action.run
    const { host, kinds } = cluster.kindsOf(on)
    const words = withAddresses(command, cluster.network, cluster.hostsWith('redis'))
    if (kinds[0] === 'client') {
      cluster.tellClient(host, { type: 'run', action: index, text: command, words })
      return []
    }
    const typed = { action: index, host, on, command, words, since: now() }
    void answer(cluster, typed, kinds[0] === 'sentinel' ? 'sentinel' : 'redis', now).then(onAnswer)
    return sentWhenTyped(typed)
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
  return kinds.map((process): Seen => ({ at, host, type, by: null, process }))
}

/** Types a command on the host of a server or a sentinel, and waits for what comes of it. */
async function answer(
  { network, operator, scenario }: Cluster,
  typed: Typed,
  kind: 'redis' | 'sentinel',
  now: () => number,
): Promise<readonly Seen[]> {
  const { replies, failure } = await operator.order(network.direct(typed.host, kind), [typed.words], null)
  const reply = failure === null ? (replies?.[0] ?? null) : NO_CONNECTION[failure]
  return answeredWhenTyped(typed, now(), namedHosts(reply, network, Object.keys(scenario.hosts)), failure === 'closed')
}

const NO_CONNECTION: Readonly<Record<'refused' | 'closed' | 'timeout', Reply>> = {
  refused: { error: 'NOCONN Connection refused' },
  closed: { error: 'NOCONN Connection closed' },
  timeout: { error: 'NOCONN Connection closed' },
}
