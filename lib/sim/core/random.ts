/**
 * A named stream of chance, as plain data. Its numbers depend on the seed and the name only, so that a draw added elsewhere moves nothing
 * here. Generator: sfc32, seeded through a string hash (xmur3); both use 32-bit integers only and are the same in every engine.
 */
export interface Stream {
  a: number
  b: number
  c: number
  counter: number
}

export function newStream(seed: number, name: string): Stream {
  const next = hashed(`${seed}/${name}`)
  const stream = { a: next(), b: next(), c: next(), counter: 1 }
  for (let round = 0; round < 12; round += 1) uint32(stream)
  return stream
}

/** Uniform integer in 0 … 2³²−1. */
export function uint32(stream: Stream): number {
  const sum = (stream.a + stream.b + stream.counter) | 0
  stream.counter = (stream.counter + 1) | 0
  stream.a = stream.b ^ (stream.b >>> 9)
  stream.b = (stream.c + (stream.c << 3)) | 0
  stream.c = ((stream.c << 21) | (stream.c >>> 11)) + sum
  return sum >>> 0
}

/** Uniform integer in low … high, both included. */
export function integerIn(stream: Stream, low: number, high: number): number {
  return low + Math.floor((uint32(stream) / 4_294_967_296) * (high - low + 1))
}

/** 40 hexadecimal digits, as replication and run IDs have. */
export function hex40(stream: Stream): string {
  let text = ''
  for (let word = 0; word < 5; word += 1) text += uint32(stream).toString(16).padStart(8, '0')
  return text
}

function hashed(text: string): () => number {
  let h = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index += 1) {
    h = Math.imul(h ^ text.charCodeAt(index), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h | 0
  }
}
