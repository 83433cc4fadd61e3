/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import type { StageLink } from '@/lib/reading/film/stage-links'
import type { StagePlan } from '@/lib/reading/film/stage-plan'
import { drawn, headingOf, type Path, pointAt } from './path'
import { routeBetween } from './routes'

const ENDS = { client: ['client', 'server'], replication: ['server', 'server'] } as const

/** Who is connected to whom; what is cut has its own small wall where no wall divides the whole stage. */
export function Lines({ plan, picture, walled }: { plan: StagePlan; picture: Picture; walled: boolean }) {
  return [...picture.links, ...strayLinks(picture)].map((link) => {
    const path = routeBetween(plan, link.from, link.to, ENDS[link.kind])
    return path && <Line key={`${link.kind} ${link.from} ${link.to}`} link={link} path={path} picture={picture} walled={walled} />
  })
}

const BETWEEN_SERVERS: readonly string[] = ['copy', 'ack', 'getack']

/** Connections over which something still goes, though the replica follows someone else by now, or nobody. */
function strayLinks({ links, dots, messages }: Picture): StageLink[] {
  const strays = new Map<string, StageLink>()
  for (const { kind, from, to } of [...dots, ...messages]) {
    const joined = links.some((link) => [link.from, link.to].includes(from) && [link.from, link.to].includes(to))
    if (BETWEEN_SERVERS.includes(kind) && !joined && !strays.has(`${to} ${from}`))
      strays.set(`${from} ${to}`, { from, to, kind: 'replication', state: 'dead', cut: null })
  }
  return [...strays.values()]
}

function Line({ link, path, picture, walled }: { link: StageLink; path: Path; picture: Picture; walled: boolean }) {
  const cut = link.cut !== null && !(walled && link.cut === 'both')
  return (
    <g data-link={`${link.from} ${link.to}`}>
      <path class="stage-line" data-look={lookOf(link, picture)} d={drawn(path)} />
      {cut && <Cut path={path} cut={link.cut} />}
    </g>
  )
}

function lookOf(link: StageLink, picture: Picture): string {
  if (link.state !== 'flowing') return link.state
  if (link.kind === 'replication') return 'safe'
  return picture.answers[link.from]?.fate ?? 'idle'
}

/** A small wall across the line; cut one way, it has an arrow that ends there. */
function Cut({ path, cut }: { path: Path; cut: StageLink['cut'] }) {
  const { x, y } = pointAt(path, 0.5)
  const heading = headingOf(path) + (cut === 'back' ? 180 : 0)
  return (
    <g transform={`translate(${x} ${y}) rotate(${heading})`}>
      <path class="stage-gap" d="M-5 0H5" />
      <path class="stage-wall" d="M0 -13V13" />
      {cut !== 'both' && <path class="stage-arrow" d="M-18 0H-6M-11 -4L-6 0L-11 4" />}
    </g>
  )
}
