import { createServer, type Socket, type Server as TcpServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { ReplyReader } from '../resp'
import { Lost, Server } from './server'

let tcp: TcpServer | null = null
let sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets) socket.destroy()
  tcp?.close()
  sockets = []
})

/** A server that answers by a table; what is not in it stays unanswered. */
async function serverThat(answers: Readonly<Record<string, string>>): Promise<Server> {
  const port = await new Promise<number>((resolve) => {
    const listening = createServer((socket) => {
      sockets.push(socket)
      const reader = new ReplyReader()
      socket.on('data', (bytes) => {
        for (const words of reader.read(bytes)) socket.write(answers[Array.isArray(words) ? words.join(' ') : ''] ?? '')
      })
      socket.on('error', () => {})
    }).listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
    tcp = listening
  })
  return new Server({ address: '127.0.0.1', port }, null)
}

it('speaks to both versions of the package as their clients do', async () => {
  const server = await serverThat({ 'EVALSHA abc 1 k v': ':1\r\n', 'EVAL return 1 1 k v': '-NOSCRIPT none\r\n' })
  expect(await server.evalsha('abc', 1, ['k', 'v'])).toBe(1)
  await expect(server.eval('return 1', 1, ['k', 'v'])).rejects.toThrow('NOSCRIPT none')
  const called = await new Promise((resolve) => void server.evalsha('abc', [1, 'k', 'v'], (...args: unknown[]) => resolve(args)))
  expect(called).toEqual([null, 1])
  const failed = await new Promise((resolve) => void server.eval(['return 1', 1, 'k', 'v'], (error: unknown) => resolve(error)))
  expect(failed).toBeInstanceOf(Error)
})

it('says of what was asked that the connection is gone, and opens another for the next', async () => {
  const server = await serverThat({ PING: '+PONG\r\n' })
  expect(await server.ask(['PING'])).toBe('PONG')
  const unanswered = server.ask(['WAIT'])
  sockets[0]?.destroy()
  await expect(unanswered).rejects.toBeInstanceOf(Lost)
  expect(await server.ask(['PING'])).toBe('PONG')
  expect(sockets.length).toBe(2)
})

it('does not listen to what a callback returns', async () => {
  const server = await serverThat({ 'EVAL return 1 0': ':1\r\n', PING: '+PONG\r\n' })
  const failed = Promise.reject(new Error('nobody’s business'))
  failed.catch(() => {})
  await new Promise<void>((resolve) => {
    const callback = () => {
      resolve()
      return failed
    }
    void server.eval(['return 1', 0], callback)
  })
  expect(await server.ask(['PING'])).toBe('PONG')
})
