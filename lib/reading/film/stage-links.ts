import type { Scenario } from '@/lib/sim/scenario/scenario'
import { serverOf } from '../servers'
import { type ClientState, type Frame, reaches, type ServerState } from './frame'

/** A line between two processes of the stage. */
export interface StageLink {
  readonly from: string
  readonly to: string
  readonly kind: 'client' | 'replication'
  /** `busy`: being set up or copying everything; `dead`: nothing comes through. */
  readonly state: 'flowing' | 'busy' | 'dead'
  /** Cut in which direction; null while the network between them is whole. */
  readonly cut: 'both' | 'forth' | 'back' | null
}

function cutBetween(frame: Frame, from: string, to: string): StageLink['cut'] {
  const forth = !reaches(frame, from, to)
  const back = !reaches(frame, to, from)
  if (forth && back) return 'both'
  if (forth) return 'forth'
  return back ? 'back' : null
}

function clientLink(frame: Frame, host: string, client: ClientState): StageLink[] {
  if (client.server === null || !client.up) return []
  const cut = cutBetween(frame, host, client.server)
  const server = frame.servers[client.server]
  const answers = cut === null && server?.up && !server.frozen
  return [{ from: host, to: client.server, kind: 'client', state: answers ? 'flowing' : 'dead', cut }]
}

function replicationState(frame: Frame, replica: ServerState, cut: StageLink['cut']): StageLink['state'] {
  const primary = replica.of === null ? undefined : frame.servers[replica.of]
  if (cut !== null || !replica.up || replica.frozen || !primary?.up || primary.frozen) return 'dead'
  if (replica.link === 'up') return 'flowing'
  return replica.link === 'down' ? 'dead' : 'busy'
}

function replicationLink(frame: Frame, host: string, server: ServerState): StageLink[] {
  if (server.of === null) return []
  const cut = cutBetween(frame, server.of, host)
  return [{ from: server.of, to: host, kind: 'replication', state: replicationState(frame, server, cut), cut }]
}

/** What the network has cut of the replication as it was configured, where nothing else joins the two. */
function severedLinks(scenario: Scenario, frame: Frame, drawn: readonly StageLink[]): StageLink[] {
  return Object.entries(scenario.hosts).flatMap(([to, host]): StageLink[] => {
    const from = serverOf(host)?.replicaOf
    if (from === undefined) return []
    const cut = cutBetween(frame, from, to)
    const joined = drawn.some((link) => (link.from === from && link.to === to) || (link.from === to && link.to === from))
    return cut === null || joined ? [] : [{ from, to, kind: 'replication', state: 'dead', cut }]
  })
}

/** The lines of the stage: each client's connection, each replica's link, and what the cut has severed. */
export function stageLinks(scenario: Scenario, frame: Frame): readonly StageLink[] {
  const links = [
    ...Object.entries(frame.clients).flatMap(([host, client]) => clientLink(frame, host, client)),
    ...Object.entries(frame.servers).flatMap(([host, server]) => replicationLink(frame, host, server)),
  ]
  return [...links, ...severedLinks(scenario, frame, links)]
}
