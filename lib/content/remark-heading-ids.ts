import { splitHeadingId } from './heading'

interface Node {
  type: string
  depth?: number
  value?: string
  children?: Node[]
  data?: { hProperties?: Record<string, string> }
  position?: { start: { line: number } }
}

/**
 * Remark plugin: `## Why [#why]` becomes a heading with that id. Ids are explicit and ASCII, so that links survive translation
 * and rewording; a heading without one, or one used twice, fails the build.
 */
export function remarkHeadingIds() {
  return (tree: Node) => {
    const seen = new Set<string>()
    visitHeadings(tree, (heading) => {
      const last = heading.children?.at(-1)
      const { text, id } = splitHeadingId(last?.type === 'text' ? (last.value ?? '') : '')
      const line = heading.position?.start.line
      if (!last || !id) throw new Error(`heading in line ${line} has no id: end it with [#its-id]`)
      if (seen.has(id)) throw new Error(`heading in line ${line} repeats the id #${id}`)
      seen.add(id)
      last.value = text
      heading.data = { ...heading.data, hProperties: { id } }
    })
  }
}

function visitHeadings(node: Node, visit: (heading: Node) => void): void {
  if (node.type === 'heading') visit(node)
  for (const child of node.children ?? []) visitHeadings(child, visit)
}
