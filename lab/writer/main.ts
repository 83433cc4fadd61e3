// A client of the cluster, as a process of its own on its host. The lab starts it and talks to it in lines of JSON.
import { logInto, obeyLab, sayReady } from '../own-program'
import { Client } from './client'
import type { ToWriter } from './protocol'
import { dueAt, type Writer } from './workload'

/** A timer this late belongs to a process that was frozen: what was due meanwhile is skipped, as the kernel does. */
const FROZEN_MICROS = 300_000

let client: Client | null = null
let writers: readonly Writer[] = []

const now = obeyLab<ToWriter>(
  (message) => {
    if (message.type === 'run') client?.type(message.action, message.text, message.words)
    else begin(message)
  },
  () => {
    for (const writer of writers) startFrom(writer, now())
  },
)

function begin(message: Extract<ToWriter, { type: 'begin' }>): void {
  writers = message.workload
    .map((spec, workload) => ({ spec, workload, next: 0 }))
    .filter(({ spec }) => spec.client === message.host)
  client = new Client(message, now, logInto(message.log), sayReady)
  client.search()
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
