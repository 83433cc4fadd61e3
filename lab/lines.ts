import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Calls back with each line of JSON that a program sends. The two ends agree on `T`. */
export function readMessages<T>(stream: Readable, onMessage: (message: T) => void): void {
  createInterface({ input: stream }).on('line', (line) => {
    if (line !== '') onMessage(JSON.parse(line) as T)
  })
}
