import { openSession } from '../writer/session'
import type { LockerBegin } from './protocol'
import { Server } from './server'

/** As the kernel's clients have it (`lib/sim/kinds/lock/follow.ts`). */
const SCAN_INTERVAL_MS = 1000
const OWN_SCAN_MS = 200
const SENTINEL_TIMEOUT_MS = 300

/** The server that a client takes for the primary: so long after it asked last, it asks one sentinel, and another only when that does not answer (L19). */
export class Following {
  server: Server
  private name: string
  private sentinel = 0
  /** Replicas in the client's own list (L9). */
  listed: number

  constructor(private readonly begin: LockerBegin) {
    this.name = begin.primary
    this.server = this.to(begin.primary)
    this.listed = begin.replicas
  }

  get hasSentinels(): boolean {
    return this.begin.spec.sentinels !== undefined
  }

  start(): void {
    const { lock, sentinels } = this.begin.spec
    if (sentinels === undefined) return
    const every = lock.conf?.scanInterval ?? (lock.algorithm === 'set-nx' ? OWN_SCAN_MS : SCAN_INTERVAL_MS)
    setTimeout(() => this.scan(sentinels, every), every)
  }

  private scan(sentinels: readonly string[], every: number): void {
    const endpoint = this.begin.sentinels[sentinels[this.sentinel % sentinels.length] ?? '']
    if (endpoint === undefined) throw new Error('no such sentinel')
    const over = () => {
      clearTimeout(timer)
      session.leave()
      setTimeout(() => this.scan(sentinels, every), every)
    }
    const passedOver = () => {
      this.sentinel += 1
      over()
    }
    const timer = setTimeout(passedOver, SENTINEL_TIMEOUT_MS)
    const session = openSession('resp', 'client', endpoint, this.begin.localAddress, {
      open: () => session.send(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'm']),
      reply: (reply) => {
        over()
        if (Array.isArray(reply)) this.named(String(reply[0]))
      },
      closed: passedOver,
    })
  }

  private named(address: string): void {
    const primary = Object.entries(this.begin.servers).find(([, endpoint]) => endpoint.address === address)?.[0]
    if (primary === undefined || primary === this.name) return
    this.server.leave()
    this.name = primary
    this.server = this.to(primary)
    // Its own list has lost the one that is primary now, and the old primary is frozen in it (L9).
    this.listed = Math.max(0, this.begin.replicas - 1)
  }

  private to(host: string): Server {
    const endpoint = this.begin.servers[host]
    if (endpoint === undefined) throw new Error(`no host "${host}"`)
    return new Server(endpoint, this.begin.localAddress)
  }
}
