// What a run in which somebody waits for disks is read by, where that differs. It comes with the kind itself.
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Acks } from '../../film/acks'
import { type Waiting, waitOn, waitsOf } from '../../film/pending-waits'
import { replaceView } from '../views'
import { type Disks, disksOf } from './disks'

/** Whether its servers know `WAITAOF`. */
function knowsWaitaof({ server }: Scenario): boolean {
  return server !== undefined
}

/** `WAITAOF`, the disk of its server and those of its replicas (R72); a `WAIT` as ever. The clock tells for how long. */
function waitOnDisks(acks: Acks, disks: Disks): Waiting {
  const wait = waitOn(acks)
  return (asked) => {
    const { name, args } = asked.message
    const [, command, ...numbers] = /^(WAITAOF ([01]) (\d+)) (\d+)$/.exec([name, ...args].join(' ')) ?? []
    if (command === undefined) return wait(asked)
    const { host } = asked.to
    const [local = 0, replicas = 0, timeoutMs = 0] = numbers.map(Number)
    const counted = (offset: number, at: number) => {
      const online = acks.confirmed(host, offset, at).filter((replica) => disks.said(host, replica, offset, at))
      // One too many does not stand for the disk that is missing.
      return [...(local > 0 && disks.own(host, offset, at) ? [host] : []), ...online.slice(0, replicas)]
    }
    return { command, wanted: local + replicas, timeout: timeoutMs * 1000, counted }
  }
}

replaceView('waits', knowsWaitaof, ({ run, acks }) => waitsOf(run, waitOnDisks(acks, disksOf(run))))
