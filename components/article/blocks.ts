import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { ConfFile } from '@/lib/conf/write'
import type { MomentCode } from '@/lib/reading/story/moment'
import type { Figure, Run } from '@/lib/run'

/** What is looked at of an element of an article. */
interface Props {
  readonly run?: Run
  readonly moment?: MomentCode
  readonly of?: Figure
  readonly file?: ConfFile
  readonly head?: ReactNode
  readonly children?: ReactNode
}

/** An element of an article, not drawn yet. */
export type Block = ReactElement<Props>

/** The blocks of a text, without the line breaks between. */
export function blocksOf(text: ReactNode): readonly Block[] {
  const isFragment = isValidElement<Props>(text) && text.type === Fragment
  return Children.toArray(isFragment ? text.props.children : text).filter((child): child is Block => isValidElement(child))
}

/** Blocks by section: each heading begins one. The first has none where something stands before the first heading. */
export function sectionsOf(blocks: readonly Block[], isHeading: (block: Block) => boolean): readonly (readonly Block[])[] {
  const sections: Block[][] = []
  for (const block of blocks) {
    const section = sections.at(-1)
    if (section === undefined || isHeading(block)) sections.push([block])
    else section.push(block)
  }
  return sections
}

/** How a block takes its place on the page: as a row of its own, or together with those beside it that are of the same kind. */
export type RowKind = 'whole' | 'text' | 'closing'

export interface Row {
  readonly kind: RowKind
  readonly blocks: readonly Block[]
}

/** Blocks by row. */
export function rowsOf(blocks: readonly Block[], kindOf: (block: Block) => RowKind): readonly Row[] {
  const rows: { kind: RowKind; blocks: Block[] }[] = []
  for (const block of blocks) {
    const kind = kindOf(block)
    const row = rows.at(-1)
    if (row === undefined || kind === 'whole' || row.kind !== kind) rows.push({ kind, blocks: [block] })
    else row.blocks.push(block)
  }
  return rows
}
