/** What must be undone however the lab ends: the last thing done is the first undone. */
export class CleanUp {
  private readonly steps: (() => void)[] = []

  /** A part of it that can be undone before the rest. */
  part(): CleanUp {
    const part = new CleanUp()
    this.add(() => part.run())
    return part
  }

  add(step: () => void): void {
    this.steps.push(step)
  }

  /** Undoes everything so far; a step that fails does not stop the others. */
  run(): void {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        step()
      } catch (error) {
        process.stderr.write(`could not clean up: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
}

/** However this process ends, short of SIGKILL: undoes everything. */
export function cleanUpAtExit(cleanUp: CleanUp): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
  process.once('exit', () => cleanUp.run())
}
