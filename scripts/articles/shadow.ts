import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'

interface Node {
  readonly type: string
  readonly position?: { readonly start: Point; readonly end: Point }
  readonly children?: readonly Node[]
}

interface Point {
  readonly line: number
  readonly offset?: number
}

/** What is shown stands in an element of this name. */
export const PROSE = 'Prose'

const FRONT_MATTER = /^---\n[\s\S]*?\n---(?=\n)/

/**
 * The code of an article as TSX, each piece in its own line and column: what it imports and exports, its JSX tags and its expressions. All
 * else is blank. So what the compiler says of the one it says of the other.
 *
 * @throws what is no MDX, with line and column
 */
export function shadowOf(source: string): string {
  const shadow = new Shadow(source)
  const tree: Node = createProcessor({ remarkPlugins: [remarkGfm] }).parse(source.replace(FRONT_MATTER, blank))
  let open = false
  let last = 1
  for (const child of tree.children ?? []) {
    const { start, end } = child.position ?? NOWHERE
    const isCode = child.type === 'mdxjsEsm'
    // Behind the last line of what stands before: no column moves.
    if (isCode && open) shadow.append(last, `</${PROSE}>;`)
    if (!isCode && !open) shadow.append(Math.max(1, start.line - 1), `;<${PROSE}>`)
    open = !isCode
    shadow.keepIn(child)
    last = end.line
  }
  if (open) shadow.append(last, `</${PROSE}>;`)
  return shadow.text()
}

const NOWHERE = { start: { line: 1, offset: 0 }, end: { line: 1, offset: 0 } } as const

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

class Shadow {
  private readonly kept: string[]
  private readonly appended = new Map<number, string>()

  constructor(private readonly source: string) {
    this.kept = blank(source).split('')
  }

  append(line: number, text: string): void {
    this.appended.set(line, (this.appended.get(line) ?? '') + text)
  }

  /** Keeps the code in a node: expressions and statements as a whole, of an element its tags. */
  keepIn(node: Node): void {
    const { start, end } = node.position ?? NOWHERE
    const [from = 0, to = 0] = [start.offset, end.offset]
    if (node.type === 'mdxjsEsm' || node.type.endsWith('Expression')) this.keep(from, to)
    if (node.type.startsWith('mdxJsx')) {
      const opened = endOfTag(this.source, from)
      this.keep(from, opened)
      if (opened < to) this.keep(this.source.lastIndexOf('</', to), to)
    }
    for (const child of node.children ?? []) this.keepIn(child)
  }

  text(): string {
    const lines = this.kept.join('').split('\n')
    return lines.map((line, index) => line + (this.appended.get(index + 1) ?? '')).join('\n')
  }

  private keep(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.kept[at] = this.source[at] ?? ' '
  }
}

/** Where the tag that begins at `start` ends: behind the first `>` outside of quotes and braces. */
function endOfTag(source: string, start: number): number {
  let depth = 0
  let quote: string | null = null
  for (let at = start; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (quote !== null) {
      if (char === quote) quote = null
    } else if (/["'`]/.test(char)) quote = char
    else if (char === '{') depth += 1
    else if (char === '}') depth -= 1
    else if (char === '>' && depth === 0) return at + 1
  }
  return source.length
}
