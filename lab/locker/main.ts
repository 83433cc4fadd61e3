// A client that takes a lock, as a process of its own on its host. The lab starts it and talks to it in lines of JSON.
import type { Brought } from '@/lib/sim/kinds/resource/fence'
import { logInto, obeyLab, sayReady } from '../own-program'
import type { Algorithm } from './algorithm'
import { algorithmOf } from './algorithms'
import { Holder } from './holder'
import type { LockerBegin, ToLocker } from './protocol'
import { Server } from './server'

let begin: LockerBegin | null = null
let algorithm: Algorithm | null = null

const now = obeyLab<ToLocker>(
  (message) => void settle(message),
  () => setTimeout(begins, -now() / 1000),
)

async function settle(message: LockerBegin): Promise<void> {
  begin = message
  const { host, resource, localAddress } = message
  const guarded = resource === null ? null : new Server(resource, localAddress)
  // What it answers is in the resource's own log.
  const write = ({ token, value, first }: Omit<Brought, 'from'>) =>
    void guarded?.ask([host, String(token ?? ''), value, first ? '1' : '0']).catch(() => {})
  algorithm = algorithmOf(message, new Holder(message, now, logInto(message.log), write))
  await algorithm.settle()
  sayReady()
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
