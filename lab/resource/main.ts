// What locks protect, as a process of its own on its host: it takes a write, or looks at the fencing token first.
import { createServer } from 'node:net'
import { type Brought, type Fence, offered, UNSEEN } from '@/lib/sim/kinds/resource/fence'
import { logInto, obeyLab, sayReady } from '../own-program'
import { ReplyReader } from '../resp'
import type { ToResource } from './protocol'

const now = obeyLab<ToResource>(listen)

function listen({ host, spec, listen: { address, port }, log }: Extract<ToResource, { type: 'begin' }>): void {
  const emit = logInto(log)
  let fence: Fence = { ...spec, ...UNSEEN }
  const take = (brought: Brought): boolean => {
    const { accepted, seen } = offered(fence, brought)
    fence = seen
    const { from, token } = brought
    emit({ at: now(), host, type: 'guarded-write', by: null, from, token, accepted, largest: fence.largest })
    return accepted
  }
  createServer((socket) => {
    const reader = new ReplyReader()
    socket.on('data', (bytes) => {
      for (const words of reader.read(bytes)) {
        const [from = '', token = '', value = '', first = ''] = Array.isArray(words) ? words.map(String) : []
        const accepted = take({ from, token: token === '' ? null : Number(token), value, first: first === '1' })
        socket.write(accepted ? ':1\r\n' : ':0\r\n')
      }
    })
    socket.on('error', () => {})
  }).listen(port, address, sayReady)
}
