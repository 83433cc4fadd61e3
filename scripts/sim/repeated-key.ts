/**
 * The first key that stands twice in one object of a JSON text, or null. `JSON.parse` keeps the last one without a word, so a
 * host that is described twice would silently lose its first description. Says nothing about a text that is not JSON.
 */
export function repeatedKey(text: string): string | null {
  /** Keys of the objects that are open, innermost last; null for a list. */
  const open: (Set<string> | null)[] = []
  // Strings as a whole, with the colon that makes one a key; brackets; nothing else matters.
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    const keys = open.at(-1)
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (string === undefined) open.pop()
    else if (colon !== undefined && keys) {
      const key = keyOf(string)
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return null
}

function keyOf(string: string): string {
  try {
    return String(JSON.parse(string))
  } catch {
    return string
  }
}
