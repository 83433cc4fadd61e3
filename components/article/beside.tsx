import { Children, type ElementType, isValidElement, type ReactNode } from 'react'

/** Prose with its snippets to the right of it on a wide screen, under it on a narrow one. `isSnippet` tells which is which. */
export function Beside({ isSnippet, children }: { isSnippet: (type: ElementType) => boolean; children: ReactNode }) {
  const all = Children.toArray(children)
  const snippet = (child: ReactNode) => isValidElement(child) && isSnippet(child.type as ElementType)
  return (
    <div className="beside">
      <div className="prose">{all.filter((child) => !snippet(child))}</div>
      <div className="beside-snippets">{all.filter(snippet)}</div>
    </div>
  )
}
