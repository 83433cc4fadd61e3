/** One word at the beginning: characters without quotes, and at most one quoted string, which ends the word. */
const WORD = /^([^\s"']*)(?:"((?:\\[\s\S]|[^"\\])*)"|'((?:\\'|\\(?!')|[^'\\])*)')?(?=\s|$)/
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }

/**
 * Splits a line into words as redis-cli does (`sds.c:sdssplitargs`): `"…"` knows escapes, `'…'` only `\'`. Null where redis-cli says
 * `Invalid argument(s)`: a quote does not close, or is not followed by a space.
 */
export function splitLine(line: string): readonly string[] | null {
  const words: string[] = []
  for (let rest = line.trim(); rest !== ''; ) {
    const match = WORD.exec(rest)
    if (match === null) return null
    const [whole, plain = '', double = '', single = ''] = match
    words.push(plain + double.replace(/\\(x[\da-fA-F]{2}|[\s\S])/g, unescaped) + single.replaceAll("\\'", "'"))
    rest = rest.slice(whole.length).trimStart()
  }
  return words
}

function unescaped(_: string, code: string): string {
  return code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code)
}
