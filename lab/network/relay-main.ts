// Carries the connections of a slow link: every byte is a while on its way. The lab starts it and talks to it in lines of JSON.
import { connect, type Socket } from 'node:net'
import { readMessages } from '../lines'
import { Door } from './door'
import { HeldBytes } from './held-bytes'
import type { Delay, Route, ToRelay } from './relay-protocol'

interface Relayed {
  readonly from: string
  readonly route: Route
  readonly directions: readonly [HeldBytes, HeldBytes]
}

type Begin = Extract<ToRelay, { type: 'begin' }>

const relayed = new Set<Relayed>()
let doors: readonly { readonly route: Route; readonly door: Door }[] = []
/** Where the relay stands for whole hosts, a door is open only while the process behind it lives. */
let doorsAreTold = false
let delays: readonly Delay[] = []
let cuts: ReadonlySet<string> = new Set()

readMessages<ToRelay>(process.stdin, (message) => {
  switch (message.type) {
    case 'begin':
      void begin(message)
      break
    case 'paths':
      delays = message.delays
      cuts = new Set(message.cuts.map(([from, to]) => `${from}>${to}`))
      for (const { directions } of relayed) for (const direction of directions) direction.pathChanged()
      break
    case 'started':
      for (const { route, door } of doors) if (leadsTo(route, message)) door.openWhenSomebodyIsThere()
      break
    case 'forget':
      if (doorsAreTold) for (const { route, door } of doors) if (leadsTo(route, message)) door.shut()
      for (const { from, route, directions } of relayed) {
        if (leadsTo(route, message) || from === message.host) for (const direction of directions) direction.forget()
      }
  }
})
// The lab is gone.
process.stdin.on('end', () => process.exit(0))

async function begin(message: Begin): Promise<void> {
  doors = message.routes.map((route) => ({ route, door: new Door(route, (socket) => accept(message, route, socket)) }))
  doorsAreTold = message.host === null
  if (!doorsAreTold) for (const { door } of doors) await door.open()
  if (message.user !== null) {
    process.setgid?.(message.user)
    process.setuid?.(message.user)
  }
  process.stdout.write('{"type":"ready"}\n')
}

function leadsTo(route: Route, { host, port }: { readonly host: string; readonly port: number | null }): boolean {
  return route.host === host && (port === null || route.to.port === port)
}

function accept(begun: Begin, route: Route, near: Socket): void {
  const from = begun.host ?? begun.sources[near.remoteAddress ?? '']
  if (from === undefined) {
    near.destroy()
    return
  }
  const delay = () => delayOf(from, route.host)
  const there = new HeldBytes(
    delay,
    () => !begun.networkCuts && isCut(from, route.host),
    write(() => far),
    false,
  )
  const back = new HeldBytes(
    delay,
    () => isCut(route.host, from),
    write(() => near),
    true,
  )
  const one: Relayed = { from, route, directions: [there, back] }
  let far: Socket | null = null
  relayed.add(one)
  listen(near, there)
  near.on('close', () => {
    if (far === null) over()
  })
  // The request to connect is on its way for as long as anything else.
  setTimeout(() => {
    if (near.destroyed) return
    const socket = connect({
      host: route.to.address,
      port: route.to.port,
      allowHalfOpen: true,
      noDelay: true,
      // Where hosts are told apart by address, the server is to see the host and not the relay.
      ...(begun.host === null && { localAddress: near.remoteAddress }),
    })
    far = socket
    listen(socket, back)
    socket.on('connect', () => setTimeout(() => there.release(), delay()))
    // It died while somebody entered.
    socket.on('error', () => {
      if (socket.connecting && !isCut(route.host, from)) near.resetAndDestroy()
    })
    socket.on('close', over)
  }, delay())

  function over(): void {
    relayed.delete(one)
  }
}

/** Everything a socket says goes into the direction; its end too, however it comes. */
function listen(socket: Socket, direction: HeldBytes): void {
  let ended = false
  const end = () => {
    if (!ended) direction.add(null)
    ended = true
  }
  socket.on('data', (bytes) => direction.add(bytes))
  socket.on('end', end)
  socket.on('close', end)
  // An error is always followed by `close`.
  socket.on('error', () => {})
}

function write(socket: () => Socket | null): (bytes: Buffer | null) => void {
  return (bytes) => {
    if (bytes === null) socket()?.destroySoon()
    else if (socket()?.writable === true) socket()?.write(bytes)
  }
}

function isCut(from: string, to: string): boolean {
  return cuts.has(`${from}>${to}`)
}

function delayOf(from: string, to: string): number {
  const delay = delays.find(({ between }) => between.includes(from) && between.includes(to))
  return delay === undefined ? 0 : delay.latencyMs + Math.random() * delay.jitterMs
}
