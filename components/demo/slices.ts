/** Work goes on for so long at a time, ms: what a reader does in between is answered before anybody notices. */
const SLICE = 8

/** Does some work step by step, and lets the browser do other things every few milliseconds, and when it is done. */
export async function inSlices<T>(work: Generator<undefined, T>): Promise<T> {
  let began = performance.now()
  for (;;) {
    const step = work.next()
    if (!step.done && performance.now() - began < SLICE) continue
    await othersTurn()
    if (step.done) return step.value
    began = performance.now()
  }
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
