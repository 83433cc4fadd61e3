import { closeSync, openSync, readSync } from 'node:fs'
import { BadInput } from './failure.mjs'

/** The largest scenario of the project has a few kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024
const PIECE = 64 * 1024

/** The text of a file, or of a pipe or device that ends. @throws {BadInput} it is too large, or not UTF-8 */
export function readBounded(path: string, mostBytes: number = MOST_BYTES): string {
  const file = openSync(path, 'r')
  try {
    const pieces: Buffer[] = []
    for (let total = 0; ; ) {
      const piece = Buffer.alloc(PIECE)
      const count = readSync(file, piece)
      if (count === 0) return decode(Buffer.concat(pieces))
      total += count
      if (total > mostBytes) throw new BadInput(`expected at most ${mostBytes} bytes, got more`)
      pieces.push(piece.subarray(0, count))
    }
  } finally {
    closeSync(file)
  }
}

function decode(bytes: Buffer): string {
  try {
    // Without the mark that some editors put first.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadInput('expected text in UTF-8, got bytes that are none')
  }
}
