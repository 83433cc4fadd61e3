// Someone with redis-cli on every host at once: carries out the lab's orders where all servers can be reached.
import type { Reply } from '@/lib/sim/journal'
import { nanos } from '../clock'
import { readMessages } from '../lines'
import { openSession } from '../writer/session'
import type { Order, Outcome } from './protocol'

readMessages<Order>(process.stdin, carryOut)
// The lab is gone.
process.stdin.on('end', () => process.exit(0))

function carryOut({ id, to, language, commands, timeoutMs }: Order): void {
  const from = nanos()
  const replies: Reply[] = []
  const timer = timeoutMs === null ? undefined : setTimeout(() => finish('timeout'), timeoutMs)
  const session = openSession(language, 'operator', to, null, {
    open: () => {
      for (const words of commands) session.send(words)
    },
    reply: (reply) => {
      replies.push(reply)
      if (replies.length === commands.length) finish(null)
    },
    closed: finish,
  })

  function finish(failure: Outcome['failure']): void {
    clearTimeout(timer)
    session.leave()
    const outcome: Outcome = {
      id,
      replies: failure === null ? replies : null,
      failure,
      from: String(from),
      until: String(nanos()),
    }
    process.stdout.write(`${JSON.stringify(outcome)}\n`)
  }
}
