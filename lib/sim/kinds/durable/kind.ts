import type { Kind } from '../../core/model'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { boot } from '../redis/boot'
import type { Disk } from '../redis/disk'
import { redis } from '../redis/kind'
import { type ServerState, serverOn } from '../redis/state'
import { VERSIONS, type Version } from '../redis/versions'
import { announceFile, flush, fsynced, newFsyncs, tendFile, writtenBack } from './fsync'
import type { DurableSpec } from './spec'
import { releaseFsynced, WAITAOF } from './waitaof'

/** A Redis server of which a scenario asks what its disk has: where the power fails, or somebody waits for an fsync. */
export const durable: Kind<ClusterProtocol, DurableSpec, ServerState, Disk> = {
  ...redis,
  name: 'durable',

  settle(world, placed) {
    redis.settle(world, placed)
    for (const { place, spec } of placed) follow(world, serverOn(world, place.host), spec.version, 0)
  },
  announce(world, placed) {
    redis.announce(world, placed)
    for (const { place } of placed) announceFile(world, serverOn(world, place.host))
  },
  started(world, place, spec, files) {
    const server = boot(world, place, files, true)
    follow(world, server, spec.version, files.onDisk ?? server.data.writes.length)
    return server
  },
  files(server) {
    const { fsyncs } = server
    const { onDisk: _, ...files } = redis.files(server)
    // What was written before the file was last switched off has been fsynced then (R80).
    return fsyncs !== null && server.aof ? { ...files, onDisk: fsyncs.onDisk } : files
  },
  fsynced: (files) => ({ ...files, aof: files.aof?.slice(0, files.onDisk) ?? null }),

  timers: { ...redis.timers, flush, fsynced, writeback: writtenBack },
  commands: { WAITAOF },

  turned(world, server, message) {
    const { fsyncs } = server
    if (fsyncs === null) return
    if (fsyncs.aside) {
      fsyncs.aside = false
      return
    }
    redis.turned?.(world, server, message)
    releaseFsynced(world, server, message)
    tendFile(world, server, fsyncs)
  },
}

/** From now on it is known what of its file is on the disk; the server goes by the rules of its version. */
function follow(world: ClusterWorld, server: ServerState, version: Version, onDisk: number): void {
  server.rules = VERSIONS[version]
  server.fsyncs = newFsyncs(world, server, onDisk)
}
