// Bundled and put into the measured page: tells when what a reader does is seen.

/** What the answer to a step is drawn in. */
const DRAWING = 'svg'

/** Times one step at a time: from the event that a reader causes to the last painted frame in which a drawing changed. */
class Recorder {
  private running = false
  private from: number | null = null
  private next: number | null = null
  private drawn: number | null = null
  private changed = false

  /** Before the event. Frames are looked at until `end`. */
  begin(): void {
    this.running = true
    this.from = null
    this.next = null
    this.drawn = null
    this.changed = false
    this.frame()
  }

  /** Milliseconds until the drawing had changed, or until the next frame where it did not change; null where no event came. */
  end(): number | null {
    this.running = false
    const shown = this.drawn ?? this.next
    return this.from === null || shown === null ? null : shown - this.from
  }

  readonly caused = (event: Event): void => {
    this.from ??= event.timeStamp
  }

  readonly mutated = (records: readonly MutationRecord[]): void => {
    if (records.some(concernsDrawing)) this.changed = true
  }

  /** Asks for the next frame first of all, so that whatever draws in that frame comes after. */
  private frame(): void {
    if (!this.running) return
    requestAnimationFrame(() => {
      this.frame()
      // Read after the frame has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => this.painted(performance.now())
      port2.postMessage(null)
    })
  }

  private painted(at: number): void {
    if (this.from === null || !this.running) return
    this.next ??= at
    if (this.changed) this.drawn = at
    this.changed = false
  }
}

function concernsDrawing({ target, addedNodes }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement
  if (element !== null && element.closest(DRAWING) !== null) return true
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.matches(DRAWING) || node.querySelector(DRAWING) !== null),
  )
}

declare global {
  interface Window {
    recorder: Recorder
  }
}

const recorder = new Recorder()
window.recorder = recorder
for (const type of ['keydown', 'pointermove']) window.addEventListener(type, recorder.caused, { capture: true, passive: true })
new MutationObserver(recorder.mutated).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
})

export type { Recorder }
