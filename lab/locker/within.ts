export type Late = 'late'

/** What was promised, or `late` when it is not there in time. */
export async function within<T>(ms: number, promised: Promise<T>): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    return await Promise.race([promised, late])
  } finally {
    clearTimeout(timer)
  }
}
