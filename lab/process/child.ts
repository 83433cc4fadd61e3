import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { accessSync, constants, openSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { readMessages } from '../lines'

/** A process of the lab: ours alone to stop. */
export class Child {
  private constructor(private readonly process: ChildProcessByStdio<Writable | null, Readable | null, null>) {
    this.ended = new Promise((resolve) => process.once('exit', () => resolve()))
    // A child that has died reads no more.
    process.stdin?.on('error', () => {})
  }

  readonly ended: Promise<void>

  /** Starts a program whose output goes to a file. */
  static withOutput(command: readonly string[], directory: string, output: string): Child {
    const [program = '', ...args] = lastingAsLongAsTheLab(command)
    const file = openSync(output, 'a')
    return new Child(
      spawn(program, args, {
        cwd: directory,
        stdio: ['ignore', file, file],
        env: { ...process.env, TZ: 'UTC' },
      }) as ChildProcessByStdio<null, null, null>,
    )
  }

  /** Starts a program that speaks lines of JSON. */
  static speaking<T>(command: readonly string[], onMessage: (message: T) => void): Child {
    const [program = '', ...args] = lastingAsLongAsTheLab(command)
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    readMessages(child.stdout, onMessage)
    return new Child(child)
  }

  /** Undefined when it could not be started. */
  get pid(): number | undefined {
    return this.process.pid
  }

  get running(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  tell(message: unknown): void {
    this.process.stdin?.write(`${JSON.stringify(message)}\n`)
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    if (this.running) this.process.kill(signal)
  }
}

const setpriv = findProgram('setpriv')

/** The kernel kills the program when the lab dies without a chance to do so itself. */
function lastingAsLongAsTheLab(command: readonly string[]): readonly string[] {
  return setpriv === null ? command : [setpriv, '--pdeathsig', 'KILL', '--', ...command]
}

/** The path of a program, or null: in these folders, or where programs are. */
export function findProgram(
  name: string,
  folders: readonly string[] = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'],
): string | null {
  for (const folder of folders) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      // Not there.
    }
  }
  return null
}

/** Whether a process of that number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
