import type { Reply } from '@/lib/sim/journal'

/** A command as the wire carries it (RESP2). */
export function encodeCommand(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
}

/** Reads RESP2 replies from a stream of bytes that may break anywhere. */
export class ReplyReader {
  private buffer: Buffer = Buffer.alloc(0)
  private position = 0

  /** The replies that are complete with these bytes, in order. */
  read(bytes: Buffer): readonly Reply[] {
    this.buffer = this.buffer.length === 0 ? bytes : Buffer.concat([this.buffer, bytes])
    const replies: Reply[] = []
    for (;;) {
      this.position = 0
      const reply = this.next()
      if (reply === undefined) return replies
      replies.push(reply)
      this.buffer = this.buffer.subarray(this.position)
    }
  }

  /** Undefined when the bytes end within the reply. */
  private next(): Reply | undefined {
    const line = this.line()
    if (line === undefined) return undefined
    const rest = line.slice(1)
    switch (line[0]) {
      case '+':
        return rest
      case '-':
        return { error: rest }
      case ':':
        return Number(rest)
      case '$':
        return Number(rest) < 0 ? null : this.bulk(Number(rest))
      case '*':
        return Number(rest) < 0 ? null : this.array(Number(rest))
      default:
        throw new Error(`not a reply: ${JSON.stringify(line)}`)
    }
  }

  private line(): string | undefined {
    const end = this.buffer.indexOf('\r\n', this.position)
    if (end < 0) return undefined
    const line = this.buffer.toString('utf8', this.position, end)
    this.position = end + 2
    return line
  }

  private bulk(length: number): string | undefined {
    const end = this.position + length
    if (this.buffer.length < end + 2) return undefined
    const text = this.buffer.toString('utf8', this.position, end)
    this.position = end + 2
    return text
  }

  private array(length: number): Reply | undefined {
    const items: Reply[] = []
    while (items.length < length) {
      const item = this.next()
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }
}

/** The first word of an error reply; null for anything else. */
export function errorWord(reply: Reply): string | null {
  if (typeof reply !== 'object' || reply === null || !('error' in reply)) return null
  return reply.error.split(' ')[0] ?? reply.error
}
