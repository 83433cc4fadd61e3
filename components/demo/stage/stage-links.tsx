/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageLink } from '@/lib/reading/film/stage-links'
import { type Curve, headingOf, pathOf, pointAt, wallAcross } from './stage-geometry'

export interface DrawnLink extends StageLink {
  readonly curve: Curve
}

const keyOf = (link: StageLink): string => `${link.kind} ${link.from} ${link.to}`

/** Who is connected to whom; what is cut has its own small wall where no wall divides the whole stage. */
export function StageLinks({ links, picture, walled }: { links: readonly DrawnLink[]; picture: Picture; walled: boolean }) {
  return (
    <>
      {links.map((link) => (
        <path key={keyOf(link)} class={`demo-link ${classOf(link, picture)}`} d={pathOf(link.curve)} />
      ))}
      {links
        .filter(({ cut }) => cut === 'both' && !walled)
        .map((link) => (
          <path key={keyOf(link)} class="demo-wall" d={wallAcross(link.curve, 20)} />
        ))}
      {links
        .filter(({ cut }) => cut === 'forth' || cut === 'back')
        .map((link) => (
          <OneWay key={keyOf(link)} link={link} />
        ))}
    </>
  )
}

function classOf(link: StageLink, picture: Picture): string {
  if (link.state !== 'flowing') return `demo-link-${link.state}`
  if (link.kind === 'replication') return 'demo-link-safe'
  return `demo-link-${picture.answers[link.from]?.fate ?? 'idle'}`
}

/** An arrow in the direction that is cut, and a cross on it. */
function OneWay({ link }: { link: DrawnLink }) {
  const { x, y } = pointAt(link.curve, 0.5)
  const heading = headingOf(link.curve) + (link.cut === 'back' ? 180 : 0)
  return (
    <g transform={`translate(${x} ${y}) rotate(${heading})`}>
      <path class="demo-one-way" d="M-17 0H13M8 -5 14 0 8 5" />
      <path class="demo-one-way" d="M-8 -6 4 6M4 -6 -8 6" />
    </g>
  )
}
