// A client of the cluster, as a process of its own on its host. The lab starts it and talks to it in lines of JSON.
import { openSync, writeSync } from 'node:fs'
import { microsSince, nanos } from '../clock'
import { readMessages } from '../lines'
import { Client } from './client'
import type { Seen, ToWriter } from './protocol'
import { dueAt, type Writer } from './workload'

/** A timer this late belongs to a process that was frozen: what was due meanwhile is skipped, as the kernel does. */
const FROZEN_MICROS = 300_000

let client: Client | null = null
let writers: readonly Writer[] = []
/** Far ahead until the lab has set it: nothing is due before. */
let zero = nanos() + 3_600_000_000_000n

readMessages<ToWriter>(process.stdin, (message) => {
  switch (message.type) {
    case 'begin': {
      const log = openSync(message.log, 'a')
      writers = message.workload
        .map((spec, workload) => ({ spec, workload, next: 0 }))
        .filter(({ spec }) => spec.client === message.host)
      const emit = (event: Seen) => writeSync(log, `${JSON.stringify(event)}\n`)
      client = new Client(message, now, emit, () => process.stdout.write('{"type":"ready"}\n'))
      client.search()
      break
    }
    case 'zero':
      zero = BigInt(message.nanos)
      for (const writer of writers) startFrom(writer, now())
      break
    case 'run':
      client?.type(message.action, message.text, message.words)
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

/** A client that is started late has nothing to make up for. */
function startFrom(writer: Writer, at: number): void {
  while (dueAt(writer) < at && dueAt(writer) < writer.spec.untilMs * 1000) writer.next += 1
  schedule(writer)
}

/** Waits for the next command of a workload; ends with the workload. */
function schedule(writer: Writer): void {
  if (dueAt(writer) >= writer.spec.untilMs * 1000) return
  setTimeout(() => writeDue(writer), Math.max(0, (dueAt(writer) - now()) / 1000))
}

function writeDue(writer: Writer): void {
  while (dueAt(writer) <= now() && dueAt(writer) < writer.spec.untilMs * 1000) {
    if (now() - dueAt(writer) > FROZEN_MICROS) writer.next += 1
    else client?.write(writer)
  }
  schedule(writer)
}
