import {
  type Actions,
  byVerb,
  changeOf,
  isOnNetwork,
  type NetworkAction,
  networkEvent,
  type ProcessVerb,
} from '@/lib/sim/faults/faults'
import type { Reply } from '@/lib/sim/journal'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import { microsSince, sleep } from './clock'
import type { ServerKind } from './network/network'
import { namedHosts, statementWithAddresses, withAddresses } from './observe/names'
import { answeredWhenTyped, sentWhenTyped, type Typed } from './observe/typed'
import type { Cluster } from './process/cluster'
import type { Seen } from './writer/protocol'

/** Where one action is carried out. */
interface Stage {
  readonly cluster: Cluster
  /** Its index. */
  readonly index: number
  /** Microseconds since time zero. */
  now(): number
  /** Hears what comes of it later. */
  later(seen: readonly Seen[]): void
}

/** Returns what was done. */
type Performer<V extends ProcessVerb> = (action: Actions[V], stage: Stage) => readonly Seen[] | Promise<readonly Seen[]>

/** How what is done to processes is carried out, by its verb. */
const PERFORMERS: { readonly [V in ProcessVerb]: Performer<V> } = {
  kill: ({ kill }, stage) => act(stage, 'kill', kill, (host, kinds) => stage.cluster.kill(host, kinds)),
  async powerOff({ powerOff: host }, { cluster, now }) {
    const at = now()
    await cluster.powerOff(host)
    return cluster.kindsOf(host).kinds.map((process): Seen => ({ at, host, type: 'kill', by: null, process, power: true }))
  },
  async start({ start }, stage) {
    const { cluster } = stage
    await cluster.powerOn(cluster.kindsOf(start).host)
    return act(stage, 'start', start, (host, kinds) => {
      for (const kind of kinds) cluster.start(host, kind)
    })
  },
  pause: ({ pause }, stage) => act(stage, 'pause', pause, (host, kinds) => stage.cluster.signal(host, kinds, 'SIGSTOP')),
  resume: ({ resume }, stage) => act(stage, 'resume', resume, (host, kinds) => stage.cluster.signal(host, kinds, 'SIGCONT')),
  run: typeCommand,
}

/** Carries out the actions of the scenario, each at its time after `zero`, and lets the run last as long as it should. Returns what was done and answered. */
export async function perform(cluster: Cluster, zero: bigint): Promise<readonly Seen[]> {
  const { scenario } = cluster
  const events: Seen[] = []
  const now = () => microsSince(zero)
  const later = (seen: readonly Seen[]) => events.push(...seen)
  const due = scenario.actions.map((action, index) => ({ action, index })).sort((a, b) => a.action.atMs - b.action.atMs)
  for (const { action, index } of due) {
    await sleepUntil(action.atMs, now)
    const stage = { cluster, index, now, later }
    events.push(...(isOnNetwork(action) ? await changeNetwork(action, stage) : await byVerb(PERFORMERS, action, stage)))
  }
  await sleepUntil(scenario.durationMs, now)
  return events
}

async function sleepUntil(atMs: number, now: () => number): Promise<void> {
  const wait = atMs - now() / 1000
  if (wait > 0) await sleep(wait)
}

/** What is done to the network is what becomes of its paths, here as in the kernel. */
async function changeNetwork(action: NetworkAction, { cluster, now }: Stage): Promise<readonly Seen[]> {
  await cluster.network.change(changeOf(action))
  return [networkEvent(action, now())]
}

/** Does something to processes of one host. */
function act(
  stage: Stage,
  type: 'kill' | 'start' | 'pause' | 'resume',
  target: string,
  does: (host: string, kinds: readonly ProcessKind[]) => void,
): readonly Seen[] {
  const { host, kinds } = stage.cluster.kindsOf(target)
  const at = stage.now()
  does(host, kinds)
  return kinds.map((process): Seen => ({ at, host, type, by: null, process }))
}

function typeCommand({ run: { on, command } }: Actions['run'], { cluster, index, now, later }: Stage): readonly Seen[] {
  const { host, kinds } = cluster.kindsOf(on)
  const [kind = 'redis'] = kinds
  const language = cluster.languageOf(host)
  const words =
    language === 'sql'
      ? [cluster.spoken(statementWithAddresses(command, cluster.network, cluster.hostsWith('mysql')))]
      : withAddresses(command, cluster.network, cluster.hostsWith('redis'))
  if (kind === 'client') {
    cluster.tellClient(host, { type: 'run', action: index, text: command, words })
    return []
  }
  if (kind === 'resource') throw new Error(`nobody types at a resource: ${host}`)
  const typed = { action: index, host, on, command, words, since: now() }
  void answer(cluster, typed, kind, now).then(later)
  return sentWhenTyped(typed)
}

/** Types a command on the host of a server or a sentinel, and waits for what comes of it. */
async function answer(cluster: Cluster, typed: Typed, kind: ServerKind, now: () => number): Promise<readonly Seen[]> {
  const { network, operator, scenario } = cluster
  const at = network.direct(typed.host, kind)
  const words = await withThread(typed.words, cluster, typed.host)
  const { replies, failure } = await operator.order(at, [words], null, cluster.languageOf(typed.host))
  const reply = failure === null ? (replies?.[0] ?? null) : NO_CONNECTION[failure]
  return answeredWhenTyped(typed, now(), namedHosts(reply, network, Object.keys(scenario.hosts)), failure === 'closed')
}

/** `KILL` names a client in a scenario; a server of MySQL wants the number of its thread. */
async function withThread(words: readonly string[], cluster: Cluster, server: string): Promise<readonly string[]> {
  const [, kill, client = ''] = /^(KILL (?:CONNECTION|QUERY)) (\S+)$/.exec(words[0] ?? '') ?? []
  if (kill === undefined) return words
  const { address } = cluster.network.endpoint(client, 'mysql')
  const thread = await cluster.query(server, `SELECT id FROM performance_schema.processlist WHERE host LIKE '${address}:%'`)
  return [`${kill} ${thread}`]
}

const NO_CONNECTION: Readonly<Record<'refused' | 'closed' | 'timeout', Reply>> = {
  refused: { error: 'NOCONN Connection refused' },
  closed: { error: 'NOCONN Connection closed' },
  timeout: { error: 'NOCONN Connection closed' },
}
