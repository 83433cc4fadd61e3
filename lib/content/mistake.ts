/** What went wrong in an article, and where: `content/en/split-brain.mdx:42:17: no moment "heal" …`. */
export function mistakeAt(place: string | undefined, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  return new Error(place === undefined ? message : `${place}: ${message}`, { cause: error })
}
