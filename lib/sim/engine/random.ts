/**
 * A named stream of chance. Its numbers depend on the seed and the name only, so that a draw added elsewhere moves nothing here.
 * Generator: sfc32, seeded through a string hash (xmur3); both use 32-bit integers only and are the same in every engine.
 */
export class RandomStream {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number, name: string) {
    const next = hashed(`${seed}/${name}`)
    this.a = next()
    this.b = next()
    this.c = next()
    for (let round = 0; round < 12; round += 1) this.uint32()
  }

  /** Uniform integer in 0 … 2³²−1. */
  uint32(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum
    return sum >>> 0
  }

  /** Uniform integer in low … high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((this.uint32() / 4_294_967_296) * (high - low + 1))
  }

  /** 40 hexadecimal digits, as replication and run IDs have. */
  hex40(): string {
    let text = ''
    for (let word = 0; word < 5; word += 1) text += this.uint32().toString(16).padStart(8, '0')
    return text
  }
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
