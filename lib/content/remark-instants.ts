interface Node {
  type: string
  value?: string
  children?: Node[]
}

/** What marks a number as a point in time in Chinese, before the component that prints it. */
const MARK = /第 $/

/** Remark plugin: `第 <At … />` stays on one line. */
export function remarkInstants() {
  return bindMarks
}

function bindMarks({ children = [] }: Node): void {
  for (const [index, child] of children.entries()) {
    if (child.type === 'text' && children[index + 1]?.type === 'mdxJsxTextElement') {
      child.value = child.value?.replace(MARK, '第\u00a0')
    }
    bindMarks(child)
  }
}
