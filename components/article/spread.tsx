import type { ReactNode } from 'react'
import type { Block } from './blocks'
import { Prose } from './prose'

/** Like a scene without a demo: text, and beside it the rest of the text, its lists, tables and snippets. */
const COLUMNS =
  // Both columns begin at the same height, with a heading as with a line.
  '[&>:first-child]:mt-0 max-w-none wide:columns-2 wide:gap-x-14 wide:[&_:is(p,li,table,[data-snippet])]:break-inside-avoid'

/** Prose that no demo stands beside. A paragraph alone is no spread. */
export function Spread({ children }: { children: readonly Block[] }) {
  const alone = children.length === 1 && children.every(({ type }) => type !== 'ul' && type !== 'ol')
  return alone ? children : <Prose className={COLUMNS}>{children}</Prose>
}

/** Short texts that end a page. */
export function SideBySide({ children }: { children: ReactNode }) {
  return <div className="max-w-none wide:grid wide:grid-cols-2 wide:gap-x-14">{children}</div>
}
