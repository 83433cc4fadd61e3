/** @jsxImportSource preact */
import type { Holding } from '@/lib/reading/film/holdings'
import { round } from './path'

const HEIGHT = 10

interface Props {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly held: Holding
  /** Writes that a full bar stands for. */
  readonly most: number
}

/**
 * A server's data: what it shares with the primary, then what only it has, or the empty room of what it lacks. While a full copy comes, it
 * sweeps over the bar from the left, and what it will erase is struck.
 */
export function DataBar({ x, y, width, held, most }: Props) {
  const long = (writes: number): number => round(Math.min(1, writes / most) * width)
  const { copy, erased } = held
  // On the primary itself what is nowhere else is among what is shared.
  const own = held.beyond > 0 ? held.beyond : held.only
  const common = held.beyond > 0 ? held.shared : held.shared - held.only
  const [shared, more] = [long(common), long(own)]
  const lacks = held.lacks > 0 ? Math.max(3, long(held.shared + held.lacks) - long(held.shared)) : 0
  const going = copy !== null && own > 0
  const sweep = copy === null ? 0 : long((held.shared + held.lacks) * copy.progress)
  return (
    <g>
      <rect class="cut" x={x} y={y} width={width} height={HEIGHT} rx="3" />
      {lacks > 0 && own === 0 && (
        <rect
          class="stage-lack"
          x={round(x + shared + 0.5)}
          y={y + 0.5}
          width={round(Math.min(lacks, width - shared) - 1)}
          height={HEIGHT - 1}
          rx="2"
        />
      )}
      {shared > 0 && <rect class={copy ? 'stage-old' : 'fate-safe'} x={x} y={y} width={shared} height={HEIGHT} rx="3" />}
      {more > 0 && <Hatched x={x + shared} y={y} width={more} look={going ? 'lost' : 'risk'} />}
      {erased > 0 && <Hatched x={x + shared} y={y} width={long(erased)} look="gone" />}
      {sweep > 0 && <rect class="fate-safe" x={x} y={y} width={sweep} height={HEIGHT} rx="3" />}
      {sweep > 0 && <path class="stage-front" d={`M${round(x + sweep)} ${y - 3}v${HEIGHT + 6}`} />}
      {(going || erased > 0) && <path class="stage-strike" d={strike(x + shared, y, going ? more : long(erased))} />}
    </g>
  )
}

function strike(x: number, y: number, width: number): string {
  return `M${round(x - 2)} ${y + HEIGHT + 3}L${round(x + width + 2)} ${y - 3}`
}

/** A stretch of the bar in slanting stripes. */
function Hatched({ x, y, width, look }: { x: number; y: number; width: number; look: 'risk' | 'lost' | 'gone' }) {
  return (
    <g class="stage-hatched" data-look={look}>
      <rect x={round(x)} y={y} width={width} height={HEIGHT} rx="2" />
      <path d={stripes(x, y, width)} />
    </g>
  )
}

/** Stripes that rise to the right, cut off where the stretch begins and ends. */
function stripes(x: number, y: number, width: number): string {
  let path = ''
  for (let at = 5 - HEIGHT; at < width; at += 5) {
    const from = Math.max(0, -at)
    const to = Math.min(HEIGHT, width - at)
    if (to - from > 1) path += `M${round(x + at + from)} ${y + HEIGHT - from}l${round(to - from)} ${round(from - to)}`
  }
  return path
}
