/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import type { Piece } from '@/lib/search/excerpt'

interface Props {
  readonly id: string
  readonly href: string
  readonly heading: readonly Piece[]
  /** What stands behind the heading; empty: nothing. */
  readonly beside: string
  readonly excerpt: readonly Piece[]
  readonly chosen: boolean
  readonly onPoint: () => void
  readonly onFollow: (event: MouseEvent) => void
}

const LOOK =
  'block rounded-lg px-3 py-2 leading-snug text-ink no-underline outline-accent aria-selected:bg-cut aria-selected:outline-2 aria-selected:-outline-offset-2'

/** A place that can be chosen: a link, so that it can be opened in any way that links can. */
export function PlaceOption({ id, href, heading, beside, excerpt, chosen, onPoint, onFollow }: Props) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (chosen) link.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <a
      ref={link}
      id={id}
      href={href}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      class={LOOK}
      onPointerMove={onPoint}
      onClick={onFollow}
    >
      <span class="font-strong">
        <Marked pieces={heading} />
      </span>
      {beside !== '' && <span class="ml-2 text-sm text-soft">{beside}</span>}
      {excerpt.length > 0 && (
        <span class="block text-sm text-soft">
          <Marked pieces={excerpt} />
        </span>
      )}
    </a>
  )
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, marked }, index) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
      <mark key={index} class="rounded-[3px] bg-accent/12 text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
