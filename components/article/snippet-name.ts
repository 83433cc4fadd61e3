/** Tells a snippet from the others of its page, for those who do not see it: its language or file, and its first line that is no comment. */
export function snippetName(kind: string | null, lines: readonly string[]): string {
  const first = lines.map((line) => line.trim()).find((line) => line !== '' && !/^(#|\/\/)/.test(line))
  return [kind, first].filter((part) => part).join(' ')
}
