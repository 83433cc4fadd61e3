import { byVerb } from '@/lib/sim/faults/faults'
import type { Scenario, Workload } from '@/lib/sim/scenario/scenario'
import { waitOf } from '@/lib/sim/scenario/wait'
import type { EvidenceWords } from '@/lib/words/en/evidence'

/** What was set up and done, told by the scenario itself. */
export function SetUp({ words, scenario }: { words: EvidenceWords; scenario: Scenario }) {
  return (
    <p className="mt-[0.6rem] text-sm text-soft normal-nums wrap-anywhere">
      {words.setUp.label}
      {setUpParts(words, scenario).join(words.semicolon)}
    </p>
  )
}

/** One part for each thing that shapes a run. */
export function setUpParts(words: EvidenceWords, scenario: Scenario): readonly string[] {
  return [
    ...servers(words, scenario),
    ...sentinels(words, scenario),
    ...links(words, scenario),
    ...clients(words, scenario),
    ...scenario.workload.map((workload) => workloadPart(words, workload)),
    ...[...scenario.actions]
      .sort((a, b) => a.atMs - b.atMs)
      .map((action) => words.setUp.action(seconds(words, action.atMs), byVerb(words.setUp.done, action))),
    words.setUp.action(seconds(words, scenario.durationMs), words.setUp.ends),
  ]
}

function servers({ setUp }: EvidenceWords, { hosts }: Scenario): readonly string[] {
  const specs = Object.entries(hosts).flatMap(([host, { redis, mysql }]) => {
    const server = redis ?? mysql
    return server === undefined ? [] : [[host, server] as const]
  })
  const followed = grouped(
    specs.flatMap(([host, { replicaOf }]) => (replicaOf === undefined ? [] : [[replicaOf, host] as const])),
  )
  const configured = grouped(specs.map(([host, { conf }]) => [directives(conf), host] as const))
  return [
    ...followed.map(([primary, replicas]) => setUp.replicas(primary, replicas)),
    ...configured.filter(([conf]) => conf !== '').map(([conf, named]) => setUp.conf(named, conf)),
  ]
}

function sentinels({ setUp }: EvidenceWords, { hosts }: Scenario): readonly string[] {
  const specs = Object.entries(hosts).flatMap(([host, { sentinel }]) =>
    sentinel === undefined ? [] : [[host, sentinel] as const],
  )
  return grouped(specs.map(([host, { quorum, conf }]) => [directives({ quorum, ...conf }), host] as const)).map(([conf, named]) =>
    setUp.conf(named, conf),
  )
}

/** A network as fast as the machine's own is left out. */
const FAST_MS = 1

function links({ setUp }: EvidenceWords, { network }: Scenario): readonly string[] {
  const slow = network.links.map(({ between, latencyMs, jitterMs }) =>
    setUp.link(between.join('–'), setUp.milliseconds(latencyMs, latencyMs + jitterMs)),
  )
  if (network.latencyMs < FAST_MS) return slow
  return [setUp.link(setUp.everywhere, setUp.milliseconds(network.latencyMs, network.latencyMs)), ...slow]
}

function clients({ setUp }: EvidenceWords, { hosts }: Scenario): readonly string[] {
  return Object.entries(hosts).flatMap(([host, { client }]) => {
    if (client === undefined) return []
    const to = client.sentinels === undefined ? [client.connect].flat().join(' ') : setUp.askedFor(client.sentinels.join(' '))
    const { timeoutMs } = client
    return [setUp.client(host, to) + (timeoutMs === undefined ? '' : setUp.timeOut(setUp.milliseconds(timeoutMs, timeoutMs)))]
  })
}

function workloadPart(words: EvidenceWords, { client, command, everyMs, fromMs, untilMs, wait }: Workload): string {
  const { setUp } = words
  const every = setUp.milliseconds(everyMs, everyMs)
  const part = setUp.workload(client, command, every, seconds(words, fromMs), seconds(words, untilMs))
  return wait === undefined ? part : part + setUp.behindEach(waitOf(wait).line)
}

function directives(conf: object): string {
  return Object.entries(conf)
    .map(([name, value]) => `${name} ${value === '' ? '""' : value}`)
    .join(', ')
}

function seconds(words: EvidenceWords, milliseconds: number): string {
  return words.plot.seconds(String(milliseconds / 1000))
}

/** Hosts by what they have in common, each list as text. */
function grouped(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const groups = new Map<string, string[]>()
  for (const [key, host] of pairs) groups.set(key, [...(groups.get(key) ?? []), host])
  return [...groups].map(([key, hosts]) => [key, hosts.join(' ')])
}
