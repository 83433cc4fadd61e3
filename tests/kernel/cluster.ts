import type { Action } from '@/lib/sim/faults/faults'
import type { Host } from '@/lib/sim/kinds/host'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import type { RedisSpec } from '@/lib/sim/kinds/redis/spec'
import type { SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import { run } from '@/lib/sim/run'
import type { Scenario, Workload } from '@/lib/sim/scenario/scenario'
import { Story } from './story'

export interface ClusterShape {
  /** Replicas `r2`, `r3`, … of the primary `r1`. */
  readonly replicas?: number
  /** Sentinels `s1`, `s2`, …; quorum is their majority unless told. */
  readonly sentinels?: number
  readonly quorum?: number
  /** Settings of all servers. */
  readonly conf?: Partial<RedisConf>
  readonly sentinelConf?: Partial<SentinelConf>
  /** One way, between any two hosts. */
  readonly latencyMs?: number
}

type Step = Action extends infer A ? (A extends unknown ? Omit<A, 'atMs'> : never) : never

/** Scenarios for tests, in a few words: `cluster({ replicas: 2, sentinels: 3 }).at(3000).kill('r1').until(9000)`. Never changes itself. */
export class Cluster {
  constructor(
    readonly scenario: Scenario,
    private readonly atMs = 0,
  ) {}

  at(ms: number): Cluster {
    return new Cluster(this.scenario, ms)
  }

  kill(target: string): Cluster {
    return this.act({ kill: target })
  }

  start(target: string): Cluster {
    return this.act({ start: target })
  }

  pause(target: string): Cluster {
    return this.act({ pause: target })
  }

  resume(target: string): Cluster {
    return this.act({ resume: target })
  }

  partition(...groups: readonly (readonly string[])[]): Cluster {
    return this.act({ partition: groups })
  }

  cut(from: string, to: string): Cluster {
    return this.act({ cut: { from, to } })
  }

  heal(): Cluster {
    return this.act({ heal: true })
  }

  type(on: string, command: string): Cluster {
    return this.act({ run: { on, command } })
  }

  link(a: string, b: string, latencyMs: number, jitterMs = 0): Cluster {
    const { network } = this.scenario
    return this.with({ network: { ...network, links: [...network.links, { between: [a, b], latencyMs, jitterMs }] } })
  }

  host(name: string, spec: Host): Cluster {
    return this.with({ hosts: { ...this.scenario.hosts, [name]: { ...this.scenario.hosts[name], ...spec } } })
  }

  server(name: string, spec: Partial<RedisSpec>): Cluster {
    const before = this.scenario.hosts[name]?.redis
    return this.host(name, { redis: { ...before, ...spec, conf: { ...before?.conf, ...spec.conf } } })
  }

  /** A client pinned to a server, or one that asks the sentinels; it writes every 10 ms unless told otherwise. */
  client(name: string, to: string | readonly string[], writes: Partial<Workload> | null = {}): Cluster {
    const client = typeof to === 'string' ? { connect: to } : { connect: 'sentinel' as const, sentinels: to }
    const joined = this.host(name, { client })
    if (writes === null) return joined
    const workload = { client: name, command: 'SET w:{i} {i}', everyMs: 10, fromMs: 0, untilMs: 3_600_000, ...writes }
    return joined.with({ workload: [...this.scenario.workload, workload] })
  }

  until(ms: number): Cluster {
    return this.with({ durationMs: ms })
  }

  seed(seed: number): Cluster {
    return this.with({ seed })
  }

  run(seed = this.scenario.seed): Story {
    return new Story(run({ ...this.scenario, seed }))
  }

  private act(step: Step): Cluster {
    const action = { atMs: this.atMs, ...step } as Action
    return this.with({ actions: [...this.scenario.actions, action] })
  }

  with(change: Partial<Scenario>): Cluster {
    return new Cluster({ ...this.scenario, ...change }, this.atMs)
  }
}

/** A primary `r1` with its replicas and sentinels, running for 20 s. */
export function cluster(shape: ClusterShape = {}): Cluster {
  const {
    replicas = 0,
    sentinels = 0,
    quorum = Math.floor(sentinels / 2) + 1,
    conf = {},
    sentinelConf = {},
    latencyMs = 0.1,
  } = shape
  const hosts: Record<string, Host> = { r1: { redis: { conf } } }
  for (let number = 2; number < replicas + 2; number += 1) hosts[`r${number}`] = { redis: { replicaOf: 'r1', conf } }
  for (let number = 1; number <= sentinels; number += 1)
    hosts[`s${number}`] = { sentinel: { monitor: 'r1', quorum, conf: sentinelConf } }
  return new Cluster({
    version: 1,
    name: 'test',
    seed: 1,
    durationMs: 20_000,
    hosts,
    network: { latencyMs, links: [] },
    workload: [],
    actions: [],
  })
}
