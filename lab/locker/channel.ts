import type { Session } from '../writer/connection'
import type { Server } from './server'

/** A connection on which a client hears of unlocks while it waits for a lock (L16). That it has subscribed counts as having heard. */
export class Channel {
  private readonly session: Session
  private heardOne = false
  private wake: () => void = () => {}

  constructor(server: Server, name: string) {
    const hears = () => {
      this.heardOne = true
      this.wake()
    }
    // One that is lost costs no more than the time that it sleeps.
    this.session = server.another({ open: () => this.session.send(['SUBSCRIBE', name]), reply: hears, closed: () => {} })
  }

  /** Settled as soon as it has heard of something since the last time, or after so many milliseconds. */
  async heard(ms: number): Promise<void> {
    if (!this.heardOne) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.wake = resolve
        timer = setTimeout(resolve, ms)
      })
      clearTimeout(timer)
    }
    this.heardOne = false
  }

  leave(): void {
    this.session.leave()
  }
}
