// A client that takes a lock, as a process of its own on its host. The lab starts it and talks to it in lines of JSON.
import { openSync, writeSync } from 'node:fs'
import { microsSince, nanos } from '../clock'
import { readMessages } from '../lines'
import type { Seen } from '../writer/protocol'
import type { Algorithm } from './algorithm'
import { algorithmOf } from './algorithms'
import { Holder } from './holder'
import type { LockerBegin, ToLocker } from './protocol'
import { Server } from './server'

/** Far ahead until the lab has set it. */
let zero = nanos() + 3_600_000_000_000n
let begin: LockerBegin | null = null
let algorithm: Algorithm | null = null

readMessages<ToLocker>(process.stdin, (message) => {
  switch (message.type) {
    case 'begin':
      void settle(message)
      break
    case 'zero':
      zero = BigInt(message.nanos)
      setTimeout(begins, -now() / 1000)
      break
    case 'stop':
      process.exit(0)
  }
})
// The lab is gone.
process.stdin.on('end', () => process.exit(0))

function now(): number {
  return microsSince(zero)
}

async function settle(message: LockerBegin): Promise<void> {
  begin = message
  const log = openSync(message.log, 'a')
  const emit = (event: Seen) => writeSync(log, `${JSON.stringify(event)}\n`)
  const { host, resource, localAddress } = message
  const guarded = resource === null ? null : new Server(resource, localAddress)
  // What it answers is in the resource's own log.
  const write = (token: number | null) => void guarded?.ask([host, String(token ?? '')]).catch(() => {})
  algorithm = algorithmOf(message, new Holder(message, now, emit, write))
  await algorithm.settle()
  process.stdout.write('{"type":"ready"}\n')
}

function begins(): void {
  algorithm?.start()
  if (begin !== null) attemptFrom(begin.spec.lock.fromMs ?? 0)
}

/** It tries at fixed times, unless it is trying or holds the lock. */
function attemptFrom(dueMs: number): void {
  const { everyMs } = (begin as LockerBegin).spec.lock
  setTimeout(
    async () => {
      await algorithm?.attempt()
      // A timer may come a little early.
      const passed = Math.max(0, Math.floor((now() / 1000 - dueMs) / everyMs))
      attemptFrom(dueMs + (passed + 1) * everyMs)
    },
    Math.max(0, dueMs - now() / 1000),
  )
}
