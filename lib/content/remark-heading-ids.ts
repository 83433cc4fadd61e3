import { splitHeadingId } from './heading'
import { mistakeAt } from './mistake'
import { type CompiledFile, placeIn } from './place'

interface Node {
  type: string
  depth?: number
  value?: string
  children?: Node[]
  data?: { hProperties?: Record<string, string> }
  position?: { start: { line: number; column: number } }
}

/**
 * Remark plugin: `## Why [#why]` becomes a heading with that id. Ids are explicit and ASCII, so that links survive translation
 * and rewording; a heading without one, or one used twice, fails the build.
 */
export function remarkHeadingIds() {
  return (tree: Node, file: CompiledFile) => {
    const seen = new Set<string>()
    visitHeadings(tree, (heading) => {
      const last = heading.children?.at(-1)
      const { text, id } = splitHeadingId(last?.type === 'text' ? (last.value ?? '') : '')
      const mistake = (message: string) => mistakeAt(placeIn(file, heading.position?.start), new Error(message))
      if (!last || !id) throw mistake('a heading without an id: end it with [#its-id]')
      if (seen.has(id)) throw mistake(`a second heading with the id #${id}`)
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
