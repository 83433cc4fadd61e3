import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Groups } from './frame'

export type NodeKind = 'server' | 'sentinel' | 'client'

/** Where a process stands on the stage, in units of the stage. */
export interface StageNode {
  readonly host: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
}

export interface StageLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly StageNode[]
  /** Where the wall stands when the partition of the scenario divides all hosts; null when it does not. */
  readonly wall: number | null
}

export const STAGE_WIDTH = 456
/** Room for one process with what it says below it. */
const ROW = 82
const MARGIN = 8

/** Columns from left to right: clients, the primary, replicas, sentinels. */
const PLAIN = { clients: 52, primary: 172, replicas: 296, sentinels: 408 } as const
/** On both sides of the wall: outside who asks and watches, inside the servers. */
const DIVIDED = { left: { outer: 52, inner: 170 }, wall: 232, right: { inner: 300, outer: 408 } } as const

interface Placed {
  readonly host: string
  readonly kind: NodeKind
}

function processes(scenario: Scenario, kind: NodeKind, hosts: readonly string[]): Placed[] {
  const key = kind === 'server' ? 'redis' : kind
  return hosts.filter((host) => scenario.hosts[host]?.[key] !== undefined).map((host) => ({ host, kind }))
}

/** The first partition of a scenario that names every host, in two parts: with the primary, and without. */
function divided(scenario: Scenario): { near: readonly string[]; far: readonly string[] } | null {
  const hosts = Object.keys(scenario.hosts)
  const partition = scenario.actions.find((action): action is typeof action & { partition: Groups } => 'partition' in action)
  if (!partition || !hosts.every((host) => partition.partition.some((group) => group.includes(host)))) return null
  const primary = hosts.find((host) => isPrimary(scenario, host))
  const near = partition.partition.find((group) => primary !== undefined && group.includes(primary))
  if (!near) return null
  return { near, far: hosts.filter((host) => !near.includes(host)) }
}

function isPrimary(scenario: Scenario, host: string): boolean {
  const redis = scenario.hosts[host]?.redis
  return redis !== undefined && redis.replicaOf === undefined
}

function column(placed: readonly Placed[], x: number, height: number): StageNode[] {
  const step = (height - 2 * MARGIN) / Math.max(1, placed.length)
  return placed.map((node, index) => ({ ...node, x, y: Math.round(MARGIN + (index + 0.42) * step) }))
}

/** The stage of a scenario: the two sides of its partition left and right, else clients, primary, replicas, sentinels. */
export function stageLayout(scenario: Scenario): StageLayout {
  const sides = divided(scenario)
  const columns = sides ? dividedColumns(scenario, sides) : plainColumns(scenario)
  const rows = Math.max(3, ...columns.map(({ placed }) => placed.length))
  const height = 2 * MARGIN + rows * ROW
  const nodes = columns.flatMap(({ placed, x }) => column(placed, x, height))
  return { width: STAGE_WIDTH, height, nodes, wall: sides ? DIVIDED.wall : null }
}

interface Column {
  readonly placed: readonly Placed[]
  readonly x: number
}

function dividedColumns(scenario: Scenario, { near, far }: { near: readonly string[]; far: readonly string[] }): Column[] {
  const outer = (hosts: readonly string[]): Placed[] => [
    ...processes(scenario, 'client', hosts),
    ...processes(scenario, 'sentinel', hosts),
  ]
  return [
    { placed: outer(near), x: DIVIDED.left.outer },
    { placed: processes(scenario, 'server', near), x: DIVIDED.left.inner },
    { placed: processes(scenario, 'server', far), x: DIVIDED.right.inner },
    { placed: outer(far), x: DIVIDED.right.outer },
  ]
}

function plainColumns(scenario: Scenario): Column[] {
  const hosts = Object.keys(scenario.hosts)
  const servers = processes(scenario, 'server', hosts)
  return [
    { placed: processes(scenario, 'client', hosts), x: PLAIN.clients },
    { placed: servers.filter(({ host }) => isPrimary(scenario, host)), x: PLAIN.primary },
    { placed: servers.filter(({ host }) => !isPrimary(scenario, host)), x: PLAIN.replicas },
    { placed: processes(scenario, 'sentinel', hosts), x: PLAIN.sentinels },
  ]
}
