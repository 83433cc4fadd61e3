// What locks protect, as a process of its own on its host: it takes a write, or looks at the fencing token first.
import { openSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { type Fence, passes } from '@/lib/sim/kinds/resource/fence'
import { microsSince, nanos } from '../clock'
import { readMessages } from '../lines'
import { ReplyReader } from '../resp'
import type { Seen } from '../writer/protocol'
import type { ToResource } from './protocol'

/** Far ahead until the lab has set it. */
let zero = nanos() + 3_600_000_000_000n

readMessages<ToResource>(process.stdin, (message) => {
  if (message.type === 'zero') zero = BigInt(message.nanos)
  else listen(message)
})
// The lab is gone.
process.stdin.on('end', () => process.exit(0))

function listen({ host, spec, listen: { address, port }, log }: Extract<ToResource, { type: 'begin' }>): void {
  const file = openSync(log, 'a')
  let fence: Fence = { ...spec, largest: null, owner: null }
  const take = (from: string, token: number | null): boolean => {
    const accepted = passes(fence, from, token)
    if (accepted && token !== null && token > (fence.largest ?? 0)) fence = { ...fence, largest: token, owner: from }
    const { largest } = fence
    const at = microsSince(zero)
    const event: Seen = { at, host, type: 'guarded-write', by: null, from, token, accepted, largest }
    writeSync(file, `${JSON.stringify(event)}\n`)
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
  }).listen(port, address, () => process.stdout.write('{"type":"ready"}\n'))
}
