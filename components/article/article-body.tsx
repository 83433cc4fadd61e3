import { cloneElement, Fragment, type ReactNode } from 'react'
import { demosIn } from '@/lib/content/article-demos'
import { articleContent } from '@/lib/content/article-module'
import type { Locale } from '@/lib/locale'
import { articleComponents } from './article-components'
import { type Block, blocksOf, type RowKind, rowsOf } from './blocks'
import { Prose } from './prose'
import { SideBySide, Spread } from './spread'

interface Props {
  readonly locale: Locale
  /** The compiled article. */
  readonly code: string
  /** What stands above its text; in an article that begins with a scene, beside its demo. */
  readonly head: ReactNode
}

/** The article's text. Evaluated while the page is built, never in the browser, so the policy needs no `unsafe-eval`. */
export function ArticleBody({ locale, code, head }: Props) {
  const parts = articleComponents(locale, demosIn(code))
  const [first, ...others] = blocksOf(articleContent(code, parts))
  if (first === undefined) return head
  const begins = first.type === parts.Scene
  const kinds = new Map<Block['type'], RowKind>([
    ...[
      parts.h2,
      parts.Demo,
      parts.Scene,
      parts.Compare,
      parts.Commits,
      parts.Durability,
      parts.RedissonVersions,
      parts.Beside,
    ].map((type) => [type, 'whole'] as const),
    ...[parts.Versions, parts.Sources].map((type) => [type, 'closing'] as const),
  ])
  const rows = rowsOf(begins ? others : [first, ...others], ({ type }) => kinds.get(type) ?? 'text')
  return (
    <>
      {begins ? cloneElement(first, { head }) : head}
      <Prose className="print:mt-8">
        {rows.map(({ kind, blocks }) => {
          const Place = PLACES[kind]
          return <Place key={blocks[0]?.key}>{blocks}</Place>
        })}
      </Prose>
    </>
  )
}

const PLACES = { whole: Fragment, text: Spread, closing: SideBySide } as const satisfies Record<RowKind, unknown>
