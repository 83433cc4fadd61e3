// What the kernel knows of commands on data, held against a real server: every example of every command, on what the others have left.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { splitLine } from '@/lib/sim/command-line'
import { integerIn, newStream } from '@/lib/sim/core/random'
import type { Reply } from '@/lib/sim/journal'
import { Prompt, readExamples, writeExamples } from '@/lib/sim/kinds/redis/commands/testing/prompt'
import { findProgram } from './process/child'
import { encodeCommand, ReplyReader } from './resp'

const redisServer = findProgram('redis-server')
const why = redisServer === null ? 'redis-server is not installed' : null

const directory = mkdtempSync(join(tmpdir(), 'lost-writes-commands-'))
const path = join(directory, 'socket')
let stop = () => {}

beforeAll(() => {
  if (redisServer === null) return
  const server = spawn(redisServer, ['--port', '0', '--unixsocket', path, '--dir', directory, '--save', ''], { stdio: 'ignore' })
  stop = () => server.kill('SIGKILL')
})

afterAll(() => {
  stop()
  rmSync(directory, { recursive: true, force: true })
})

/** The answers of the server to these lines, typed one after the other. */
function ask(lines: readonly string[]): Promise<readonly Reply[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    const reader = new ReplyReader()
    const replies: Reply[] = []
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      replies.push(...reader.read(bytes))
      if (replies.length === lines.length) socket.end(() => resolve(replies))
    })
    socket.write(lines.map((line) => encodeCommand(splitLine(line) ?? [])).join(''))
  })
}

const CHANGES = 'INFO persistence'
const changesIn = (reply: Reply | undefined): number => Number(/rdb_changes_since_last_save:(\d+)/.exec(String(reply))?.[1])

describe('a real server', () => {
  beforeEach(({ skip }) => skip(why !== null, why ?? ''))

  it.each([1, 2, 3])('gives the same answers and counts the same changes, in random order %i', async (seed) => {
    const random = newStream(seed, 'commands')
    const one = () => {
      const lines = [...writeExamples(integerIn(random, 0, 9)), ...readExamples(0)]
      return lines[integerIn(random, 0, lines.length - 1)] ?? ''
    }
    const lines = Array.from({ length: 500 }, one)
    await vi.waitFor(() => ask(['FLUSHALL', 'CONFIG RESETSTAT']), { timeout: 30_000, interval: 50 })
    const [before, ...replies] = await ask([CHANGES, ...lines.flatMap((line) => [line, CHANGES])])
    const prompt = new Prompt()
    const expected = lines.map((line) => ({ line, reply: prompt.type(line), changes: prompt.changes }))
    const seen = lines.map((line, index) => ({
      line,
      reply: replies[2 * index],
      changes: changesIn(replies[2 * index + 1]) - changesIn(before),
    }))
    expect(seen).toEqual(expected)
  })
})
