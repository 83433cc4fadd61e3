import { PORT } from './defaults'
import { NOT_AN_INTEGER } from './errors'
import { integer } from './integer'

/** The options of `FAILOVER`. */
export interface FailoverOptions {
  readonly abort: boolean
  /** Null: whichever replica is in sync first. */
  readonly target: { readonly host: string; readonly port: number } | null
  readonly force: boolean
  readonly timeoutMs: number | null
}

const SYNTAX = 'ERR syntax error'
const OPTIONS: ReadonlySet<string> = new Set(['TO', 'FORCE', 'TIMEOUT', 'ABORT'])

/**
 * Reads `[TO host [port] [FORCE]] [TIMEOUT ms] | ABORT` in any order, each once; or the error with which Redis answers (R155,
 * `replication.c:failoverCommand`). Without a port it is that of every server here, 6379.
 */
export function failoverOptions(words: readonly string[]): FailoverOptions | { readonly error: string } {
  const options: { -readonly [K in keyof FailoverOptions]: FailoverOptions[K] } = {
    abort: false,
    target: null,
    force: false,
    timeoutMs: null,
  }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]?.toUpperCase()
    const next = words[index + 1]
    if (word === 'TIMEOUT' && next !== undefined && options.timeoutMs === null) {
      const timeout = integer(next)
      if (timeout === null) return { error: NOT_AN_INTEGER }
      if (timeout <= 0) return { error: 'ERR FAILOVER timeout must be greater than 0' }
      options.timeoutMs = Number(timeout)
      index += 1
    } else if (word === 'TO' && next !== undefined && options.target === null) {
      const port = words[index + 2]
      const ported = port !== undefined && !OPTIONS.has(port.toUpperCase())
      const number = ported ? integer(port) : BigInt(PORT)
      if (number === null) return { error: NOT_AN_INTEGER }
      options.target = { host: next, port: Number(number) }
      index += ported ? 2 : 1
    } else if (word === 'ABORT' && words.length === 1) options.abort = true
    else if (word === 'FORCE' && !options.force) options.force = true
    else return { error: SYNTAX }
  }
  return options
}
