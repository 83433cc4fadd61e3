import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Route } from './relay-protocol'

/** How often it looks whether the process behind it is there: programs need a moment to come up. */
const LOOK_MS = 10

/** A way into the relay. Shut, it refuses as a host does on which no process listens. */
export class Door {
  private server: Server | null = null
  private look: Socket | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly route: Pick<Route, 'listen' | 'to'>,
    private readonly enter: (socket: Socket) => void,
  ) {}

  /** Settled when it stands open. */
  open(): Promise<void> {
    this.shut()
    const server = createServer({ allowHalfOpen: true, noDelay: true }, this.enter)
    this.server = server
    const { port, address } = this.route.listen
    return new Promise((resolve) => server.listen(port, address, resolve))
  }

  /** Opens once the process behind it accepts connections. */
  openWhenSomebodyIsThere(): void {
    this.stopLooking()
    const { port, address } = this.route.to
    const look = connect({ port, host: address })
    this.look = look
    look.on('connect', () => {
      look.destroy()
      void this.open()
    })
    look.on('error', () => {
      this.timer = setTimeout(() => this.openWhenSomebodyIsThere(), LOOK_MS)
    })
  }

  /** Those who are in stay in. */
  shut(): void {
    this.stopLooking()
    this.server?.close()
    this.server = null
  }

  private stopLooking(): void {
    clearTimeout(this.timer)
    this.look?.removeAllListeners().on('error', () => {})
    this.look?.destroy()
    this.look = null
  }
}
