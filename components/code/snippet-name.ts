/** Lines of code that tell one snippet from another. */
const LINES = 2

/** Tells a snippet from the others of its page, for those who do not see it: its language or file, and the first of its code. */
export function snippetName(kind: string | null, lines: readonly string[]): string {
  const code = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^(#|\/\/)/.test(line))
  return [...(kind === null ? [] : [kind]), ...code.slice(0, LINES)].join(' ')
}
