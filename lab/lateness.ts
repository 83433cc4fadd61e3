/** Notices when the machine is too busy for a measurement: how late a timer of the lab itself comes. */
export class Lateness {
  static readonly LIMIT_MS = 120
  private worst = 0
  private last = performance.now()
  private readonly timer = setInterval(() => this.tick(), 20)

  end(): number {
    this.tick()
    clearInterval(this.timer)
    return this.worst
  }

  private tick(): void {
    const now = performance.now()
    this.worst = Math.max(this.worst, now - this.last - 20)
    this.last = now
  }
}
