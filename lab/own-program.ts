import { openSync, writeSync } from 'node:fs'
import { microsSince, nanos } from './clock'
import { readMessages } from './lines'
import type { Seen } from './writer/protocol'

/** Time zero, nanoseconds of the monotonic clock. */
interface Zero {
  readonly type: 'zero'
  readonly nanos: string
}

interface Stop {
  readonly type: 'stop'
}

type Rest<Message> = Exclude<Message, Zero | Stop>

/**
 * A program of the lab's own that stands for a process of the scenario: the lab tells it of time zero, and it ends when it is told to, or
 * with the lab. What else it is told goes to `told`.
 *
 * @returns microseconds since time zero; far below zero until the lab has set it
 */
export function obeyLab<Message extends { readonly type: string }>(
  told: (message: Rest<Message>) => void,
  begins: () => void = () => {},
): () => number {
  let zero = nanos() + 3_600_000_000_000n
  readMessages<Zero | Stop | Rest<Message>>(process.stdin, (message) => {
    if (isZero(message)) {
      zero = BigInt(message.nanos)
      begins()
    } else if (isStop(message)) process.exit(0)
    else told(message)
  })
  // The lab is gone.
  process.stdin.on('end', () => process.exit(0))
  return () => microsSince(zero)
}

function isZero(message: { readonly type: string }): message is Zero {
  return message.type === 'zero'
}

function isStop(message: { readonly type: string }): message is Stop {
  return message.type === 'stop'
}

/** Tells the lab that it is where a run begins. */
export function sayReady(): void {
  process.stdout.write('{"type":"ready"}\n')
}

/** A file to which what is seen is written, a line of JSON each: it survives the death of who writes. */
export function logInto(path: string): (event: Seen) => void {
  const file = openSync(path, 'a')
  return (event) => void writeSync(file, `${JSON.stringify(event)}\n`)
}
