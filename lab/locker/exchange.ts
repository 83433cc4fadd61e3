import { isError, type Reply } from '@/lib/sim/reply'
import { sleep } from '../clock'
import { errorWord } from '../resp'
import type { Server } from './server'
import { within } from './within'

/** How long an answer is waited for, milliseconds, and how often and when it is asked for again. */
export interface Patience {
  readonly timeoutMs: number
  readonly attempts: number
  delayMs(): number
  /** Errors that pass: the request goes out again. */
  readonly resentAfter: readonly string[]
}

export type Answer = { readonly replies: readonly Reply[] } | { readonly error: string }

/**
 * Requests that Redisson sends together; what is not answered in time, or refused for a reason that passes, goes out again, alone if need be,
 * to whoever is asked by then (L14, L15, L19). What was sent on a connection that has ended waits for its timeout.
 */
export async function exchange(
  server: () => Server,
  requests: readonly (readonly string[])[],
  { timeoutMs, attempts, delayMs, resentAfter }: Patience,
): Promise<Answer> {
  const replies: (Reply | undefined)[] = requests.map(() => undefined)
  for (let left = attempts; ; left -= 1) {
    const to = server()
    const asked = requests.map(async (words, index) => {
      if (replies[index] !== undefined) return
      const reply = await to.ask(words).catch(() => new Promise<never>(() => {}))
      if (left === 0 || !resentAfter.includes(errorWord(reply) ?? '')) replies[index] = reply
    })
    const late = (await within(timeoutMs, Promise.all(asked))) === 'late'
    const answers = replies.filter((reply) => reply !== undefined)
    if (answers.length === requests.length) {
      const error = answers.find(isError)
      return error === undefined ? { replies: answers } : { error: errorWord(error) ?? '' }
    }
    if (left === 0) return { error: late ? 'timeout' : '' }
    await sleep(delayMs())
  }
}
