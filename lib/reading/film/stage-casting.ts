import type { Scenario } from '@/lib/sim/scenario/scenario'
import { serverOf } from '../servers'
import type { Groups } from './frame'
import type { Box, NodeKind } from './stage-plan'

/** A process with the room that it needs; its boxes are as seen from its own corner. */
export interface Block {
  readonly host: string
  readonly kind: NodeKind
  readonly width: number
  readonly height: number
  readonly body: Box
  readonly words: Box | null
}

interface Side {
  readonly clients: readonly Block[]
  readonly servers: readonly Block[]
  readonly sentinels: readonly Block[]
}

/** Who stands on which side of the stage. Of a cluster that nothing divides, all but the replicas are on the near side. */
export interface Casting {
  readonly near: Side
  readonly far: Side
  /** A host of each side of the partition that divides all hosts; null when none does. */
  readonly divided: { readonly near: string; readonly far: string } | null
}

/** Widths and heights; where there is little room, a client's words stand beside it and not below. `many`: five in a row. */
const SIZES = {
  wide: { server: 168, sentinel: 92, client: 92 },
  narrow: { server: 152, sentinel: 100, client: 152 },
  many: { server: 108, sentinel: 108, client: 108 },
} as const
const SERVER = 90
/** The line that tells what is in the file on disk. */
const FILE = 20
const SENTINEL = 40
/** What hangs below a sentinel: epoch and votes. */
const TAG = 32
const CLIENT = 48
/** Where words begin that stand beside a client. */
const BESIDE = CLIENT + 6
const WORDS_WIDTH = SIZES.narrow.client - BESIDE
/** What a client writes to and reads, and the write that is followed: up to four lines. */
const LINES = 60
/** What a client waits for. */
const WAIT = { wide: 46, narrow: 24, many: 46 } as const
/** What a client waits for takes this much beside it. */
const WAIT_WIDTH = 160

type Width = keyof typeof SIZES

/** A body with words under it, both in the middle. */
function hung(host: string, kind: NodeKind, width: number, body: { width: number; height: number }, words: number): Block {
  const left = (width - body.width) / 2
  return {
    host,
    kind,
    width,
    height: body.height + words,
    body: { x: left, y: 0, ...body },
    words: words > 0 ? { x: 0, y: body.height, width, height: words } : null,
  }
}

function clientBlock(host: string, size: Width, waits: boolean): Block {
  const words = LINES + (waits ? WAIT[size] : 0)
  const block = hung(host, 'client', SIZES[size].client, { width: CLIENT, height: CLIENT }, words)
  return size === 'narrow' ? wordsBeside(block, waits ? WAIT_WIDTH : WORDS_WIDTH) : block
}

/** A client with its words beside it instead of below. */
export function wordsBeside(block: Block, width = WORDS_WIDTH): Block {
  const { body, words } = block
  if (words === null) return block
  const { height } = words
  return { ...block, width: BESIDE + width, height, body: { ...body, x: 0 }, words: { x: BESIDE, y: 0, width, height } }
}

/** The first partition of a scenario that names every host: the hosts on the primary's side of it. */
function nearSide(scenario: Scenario): readonly string[] | null {
  const hosts = Object.keys(scenario.hosts)
  const partition = scenario.actions.find((action): action is typeof action & { partition: Groups } => 'partition' in action)
  if (!partition || !hosts.every((host) => partition.partition.some((group) => group.includes(host)))) return null
  return partition.partition.find((group) => group.some((host) => isPrimary(scenario, host))) ?? null
}

function isPrimary(scenario: Scenario, host: string): boolean {
  const own = serverOf(scenario.hosts[host])
  return own !== undefined && own.replicaOf === undefined
}

const KEEPING = /^config set (appendonly|save)\b/i

/** Whether a scenario turns on what is on disk. */
function hasFiles({ hosts, actions }: Scenario): boolean {
  const kept = Object.values(hosts).some(({ redis }) => redis?.conf.appendonly === 'yes' || redis?.conf.save !== undefined)
  return (
    kept ||
    actions.some((action) =>
      'start' in action ? hosts[action.start]?.redis : 'run' in action && KEEPING.test(action.run.command),
    )
  )
}

/** Whether something can hang on a client: here it waits for replicas. Other kinds of process add their reasons. */
export const ROOM = {
  toHang: ({ workload, actions }: Scenario, host: string): boolean =>
    workload.some(({ client, wait }) => client === host && wait !== undefined) ||
    actions.some((action) => 'run' in action && action.run.on === host && /^wait\b/i.test(action.run.command)),
}

/** Who stands where on the stage of a scenario. */
export function castingOf(scenario: Scenario, size: Width): Casting {
  const hosts = Object.keys(scenario.hosts)
  const near = nearSide(scenario)
  const files = hasFiles(scenario)
  const { server, sentinel } = SIZES[size]
  const inSide = (named: readonly string[]): Side => ({
    clients: named
      .filter((host) => scenario.hosts[host]?.client)
      .map((host) => clientBlock(host, size, ROOM.toHang(scenario, host))),
    servers: named
      .filter((host) => serverOf(scenario.hosts[host]) ?? scenario.hosts[host]?.resource)
      .map((host) => {
        const kind = scenario.hosts[host]?.resource ? 'resource' : 'server'
        return hung(host, kind, server, { width: server, height: SERVER + (files ? FILE : 0) }, 0)
      }),
    sentinels: named
      .filter((host) => scenario.hosts[host]?.sentinel)
      .map((host) => hung(host, 'sentinel', sentinel, { width: sentinel, height: SENTINEL }, size === 'many' ? 0 : TAG)),
  })
  if (near) {
    const far = hosts.filter((host) => !near.includes(host))
    const [one, other] = [near[0], far[0]]
    const divided = one !== undefined && other !== undefined ? { near: one, far: other } : null
    return { near: inSide(hosts.filter((host) => near.includes(host))), far: inSide(far), divided }
  }
  const all = inSide(hosts)
  const replicas = all.servers.filter(({ host }) => size !== 'many' && serverOf(scenario.hosts[host])?.replicaOf !== undefined)
  const primaries = all.servers.filter((block) => !replicas.includes(block))
  return { near: { ...all, servers: primaries }, far: { clients: [], sentinels: [], servers: replicas }, divided: null }
}
