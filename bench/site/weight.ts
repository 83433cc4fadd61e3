import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Page, Request } from 'playwright-core'

/** What a page is made of, by how the types of its parts begin or end. The first that fits counts. */
const PARTS = {
  HTML: /^text\/html/,
  CSS: /^text\/css/,
  JavaScript: /^(text|application)\/javascript/,
  fonts: /^font\//,
  other: /./,
} as const

export type Part = keyof typeof PARTS

export const PART_NAMES = Object.keys(PARTS) as readonly Part[]

/** Bytes in brotli, by part, and how many requests brought them. */
export interface Weight {
  readonly requests: number
  readonly bytes: Readonly<Record<Part, number>>
}

/** Nothing is on its way, and nothing was asked for during this time: all is there. */
const QUIET_MS = 1500

/** Counts all that a page fetches, from before it is opened. */
export class Traffic {
  private readonly finished: Request[] = []
  private pending = 0
  private lastChange = Date.now()

  constructor(page: Page) {
    page.on('request', () => this.changed(1))
    page.on('requestfailed', () => this.changed(-1))
    page.on('requestfinished', (request) => {
      this.changed(-1)
      this.finished.push(request)
    })
  }

  /** What has been fetched so far, once the page asks for nothing more. */
  async settled(): Promise<Weight> {
    while (this.pending > 0 || Date.now() - this.lastChange < QUIET_MS) await sleep(50)
    const bytes = { HTML: 0, CSS: 0, JavaScript: 0, fonts: 0, other: 0 }
    const answers = await Promise.all(this.finished.map(weigh))
    for (const answer of answers) bytes[answer.part] += answer.bytes
    return { requests: answers.length, bytes }
  }

  private changed(by: number): void {
    this.pending += by
    this.lastChange = Date.now()
  }
}

export function total({ bytes }: Weight): number {
  return PART_NAMES.reduce((sum, part) => sum + bytes[part], 0)
}

async function weigh(request: Request): Promise<{ part: Part; bytes: number }> {
  const response = await request.response()
  const type = (await response?.headerValue('content-type')) ?? ''
  const part = PART_NAMES.find((name) => PARTS[name].test(type)) ?? 'other'
  // Only a whole answer has a body.
  const body = request.method() === 'GET' && response?.status() === 200 ? await response.body() : Buffer.alloc(0)
  return { part, bytes: inBrotli(body) }
}

/** Bytes at brotli's best; what is compressed by itself, as fonts are, is sent as it is. */
function inBrotli(body: Buffer): number {
  const compressed = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
  return Math.min(body.length, compressed.length)
}
