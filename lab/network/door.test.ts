import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { Door } from './door'

const open: { close(): void }[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function listening(port = 0): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.on('error', () => {}))
  open.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** A port at which nobody listens. */
async function freePort(): Promise<number> {
  const { server, port } = await listening()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function doorBefore(port: number) {
  const inside: Socket[] = []
  const at = await freePort()
  const door = new Door({ listen: { address: '127.0.0.1', port: at }, to: { address: '127.0.0.1', port } }, (socket) => {
    socket.on('error', () => {})
    inside.push(socket)
  })
  open.push({ close: () => door.shut() })
  const knock = () =>
    new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: at })
      open.push({ close: () => socket.destroy() })
      socket.on('connect', () => resolve('open'))
      socket.on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    })
  return { door, knock, inside }
}

it('refuses until the process behind it accepts connections, and again when it has died', async () => {
  const port = await freePort()
  const { door, knock, inside } = await doorBefore(port)
  expect(await knock()).toBe('ECONNREFUSED')
  door.openWhenSomebodyIsThere()
  expect(await knock()).toBe('ECONNREFUSED')
  await listening(port)
  await vi.waitFor(async () => expect(await knock()).toBe('open'))
  door.shut()
  await vi.waitFor(async () => expect(await knock()).toBe('ECONNREFUSED'))
  expect(inside.every((socket) => !socket.destroyed)).toBe(true)
})

it('a process that dies before it is up leaves the door shut', async () => {
  const port = await freePort()
  const { door, knock } = await doorBefore(port)
  door.openWhenSomebodyIsThere()
  door.shut()
  await listening(port)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await knock()).toBe('ECONNREFUSED')
})
