import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Changes the rules of the router's filter. On a busy machine it takes long to start a program: one for each change is started ahead
 * of time, and waits for its rules.
 */
export class Filter {
  private readonly waiting: ChildProcessWithoutNullStreams[] = []

  constructor(private readonly command: readonly string[]) {}

  get pids(): readonly number[] {
    return this.waiting.map(({ pid }) => pid).filter((pid) => pid !== undefined)
  }

  prepare(changes: number): void {
    const [program = '', ...args] = this.command
    for (let count = 0; count < changes; count += 1) this.waiting.push(spawn(program, args))
  }

  /** Settled when the rules hold. */
  async change(rules: readonly string[]): Promise<void> {
    if (this.waiting.length === 0) this.prepare(1)
    const child = this.waiting.shift() as ChildProcessWithoutNullStreams
    let problem = ''
    child.stderr.on('data', (text) => {
      problem += String(text)
    })
    child.stdin.end(`*filter\n${rules.join('\n')}\nCOMMIT\n`)
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`the filter was not changed: ${problem.trim()}`)
  }

  stop(): void {
    for (const child of this.waiting.splice(0)) child.kill('SIGKILL')
  }
}
