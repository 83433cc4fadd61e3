import { Children, type ElementType, isValidElement, type ReactNode } from 'react'
import { Prose } from './prose'

/** Prose with its snippets to the right of it on a wide screen, under it on a narrow one. `isSnippet` tells which is which. */
export function Beside({ isSnippet, children }: { isSnippet: (type: ElementType) => boolean; children: ReactNode }) {
  const all = Children.toArray(children)
  const snippet = (child: ReactNode) => isValidElement(child) && isSnippet(child.type as ElementType)
  return (
    <div className="grid max-w-none grid-cols-1 gap-x-10 gap-y-5 min-[60rem]:grid-cols-[minmax(0,1fr)_minmax(0,25rem)] wide:grid-cols-2 wide:gap-x-14">
      <Prose className="[&>:first-child]:mt-0">{all.filter((child) => !snippet(child))}</Prose>
      <div className="grid grid-cols-1 content-start gap-4 max-[60rem]:max-w-measure">{all.filter(snippet)}</div>
    </div>
  )
}
