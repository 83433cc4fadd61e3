// What locks protect, as a process of its own on its host: it takes a write, or looks at the fencing token first.
import { createServer } from 'node:net'
import { type Fence, passes } from '@/lib/sim/kinds/resource/fence'
import { logInto, obeyLab, sayReady } from '../own-program'
import { ReplyReader } from '../resp'
import type { ToResource } from './protocol'

const now = obeyLab<ToResource>(listen)

function listen({ host, spec, listen: { address, port }, log }: Extract<ToResource, { type: 'begin' }>): void {
  const emit = logInto(log)
  let fence: Fence = { ...spec, largest: null, owner: null }
  const take = (from: string, token: number | null): boolean => {
    const accepted = passes(fence, from, token)
    if (accepted && token !== null && token > (fence.largest ?? 0)) fence = { ...fence, largest: token, owner: from }
    emit({ at: now(), host, type: 'guarded-write', by: null, from, token, accepted, largest: fence.largest })
    return accepted
  }
  createServer((socket) => {
    const reader = new ReplyReader()
    socket.on('data', (bytes) => {
      for (const words of reader.read(bytes)) {
        const [from, token] = Array.isArray(words) ? words.map(String) : []
        const accepted = take(from ?? '', token === undefined || token === '' ? null : Number(token))
        socket.write(accepted ? ':1\r\n' : ':0\r\n')
      }
    })
    socket.on('error', () => {})
  }).listen(port, address, sayReady)
}
