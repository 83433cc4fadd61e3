import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Block, type Casting, castingOf, wordsBeside } from './stage-casting'
import type { Box, StageNode, StagePlan, Wall } from './stage-plan'
import { type Place, stacked } from './stage-stack'

/** The stage, side by side for where there is room and from top to bottom for where there is none. */
export interface StageLayout {
  readonly wide: StagePlan
  readonly narrow: StagePlan
}

export const WIDE = 576
export const NARROW = 320
/** Three of many side by side. */
const NARROW_MANY = 340
/** From the edge of the stage to what stands on it. */
const MARGIN = 6

/** Columns from left to right, of the near side and of the far one: outside who asks and watches, inside the servers. */
const COLUMNS = { left: 0, inner: 100, far: 288, right: 484 } as const
const ENDS = { left: 92, inner: 268, far: 456, right: WIDE } as const
const WALL = 278
/** At least this high: two servers beside a third one, with room for the lines between them. */
const LOWEST = 270
/** A figure has room for no more. */
const HIGHEST = 300

/** How high the upper one of two servers has its middle, as a part of the height. */
const UPPER = 0.26

type Column = keyof typeof COLUMNS

/** As many find room one below the other in an outer column. */
const IN_COLUMN = 3

/**
 * Who stands in which column: clients, the primary, its replicas, sentinels; of a divided cluster the near side, and the far one in its
 * mirror. Sentinels that find no room stand with the clients, and clients that find none behind the wall below the servers.
 */
function columnsOf({ near, far, divided }: Casting): Readonly<Record<Column, readonly Block[]>> {
  if (!divided) {
    const { clients, servers, sentinels } = near
    return {
      left: [...clients, ...sentinels.slice(IN_COLUMN)],
      inner: servers,
      far: far.servers,
      right: sentinels.slice(0, IN_COLUMN),
    }
  }
  const crowded = far.sentinels.length + far.clients.length > IN_COLUMN
  return {
    left: [...near.clients, ...near.sentinels],
    inner: near.servers,
    far: [...far.servers, ...(crowded ? far.clients.map((block) => wordsBeside(block)) : [])],
    right: [...far.sentinels, ...(crowded ? [] : far.clients)],
  }
}

/** Columns from left to right. */
function inColumns(casting: Casting): StagePlan {
  const { near, far, divided } = casting
  const filled = columnsOf(casting)
  const columns = (Object.keys(COLUMNS) as Column[]).filter((column) => filled[column].length > 0)
  const blocks = columns.map((column) => filled[column])
  const tallest = Math.max(...blocks.map((column) => stacked(column, 0, MARGIN).length))
  // Two servers stand one lower than the other: level with each other they would have no room for a line that shows what goes over it.
  const pair = near.servers.length === 1 && far.servers.length === 1
  const several = columns.length > 2 && blocks.some(({ length }) => length > 1)
  const height = pair || several ? Math.max(LOWEST, tallest) : tallest
  const first = columns[0] ?? 'left'
  const last = columns.at(-1) ?? 'right'
  const shift = Math.round((WIDE - COLUMNS[first] - ENDS[last]) / 2)
  // Who stands alone at the side stands beside the primary.
  const [beside] = stacked(near.servers, height, MARGIN, pair ? height * UPPER : undefined).places.map(
    ({ block, start }) => start + block.body.height / 2,
  )
  const middleOf = (column: Column): number | undefined => {
    if (column === 'far') return pair ? height * (1 - UPPER) : undefined
    return column === 'right' ? undefined : beside
  }
  const nodes = columns.flatMap((column, index) =>
    stacked(blocks[index] ?? [], height, MARGIN, middleOf(column)).places.map((place) => nodeAt(place, COLUMNS[column] + shift)),
  )
  const wall = divided && { ...divided, from: { x: WALL + shift, y: 4 }, to: { x: WALL + shift, y: height - 4 } }
  return { width: WIDE, height, nodes, wall }
}

function nodeAt({ block, start }: Place, x: number): StageNode {
  const moved = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + start })
  const { host, kind, body, words } = block
  return { host, kind, body: moved(body), words: words && moved(words) }
}

/** Between two rows; of many. */
const ROW_GAP = 36
const LITTLE_GAP = 24
const WALL_GAP = 48
/** As wide as a server. */
const ALONE = 152
/** Between two in a row. */
const BESIDE = 16

/** Who fits beside whom. */
function rowsOf(blocks: readonly Block[], room: number): readonly (readonly Block[])[] {
  const rows: Block[][] = []
  for (const block of blocks) {
    const row = rows.at(-1)
    if (row && widthOf([...row, block]) <= room) row.push(block)
    else rows.push([block])
  }
  return rows
}

const gapIn = (row: readonly Block[]): number => (row.length > 2 ? BESIDE / 2 : BESIDE)

function widthOf(row: readonly Block[]): number {
  return row.reduce((sum, { width }) => sum + width, gapIn(row) * (row.length - 1))
}

/** From top to bottom: clients, servers, sentinels; of a divided cluster first the near side. */
function inRows({ near, far, divided }: Casting, width: number, gap: number): StagePlan {
  const groups = divided
    ? [[...near.clients, ...near.sentinels], near.servers, far.servers, [...far.sentinels, ...far.clients]]
    : [near.clients, near.servers, far.servers, near.sentinels]
  const [beyond] = [...far.servers, ...far.sentinels, ...far.clients]
  const nodes: StageNode[] = []
  let wall: Wall | null = null
  let y = MARGIN
  for (const row of groups.flatMap((blocks) => rowsOf(blocks, width))) {
    if (beyond && row[0] === beyond && divided) {
      const at = y - gap + WALL_GAP / 2
      wall = { ...divided, from: { x: 4, y: at }, to: { x: width - 4, y: at } }
      y += WALL_GAP - gap
    }
    // What stands alone begins where a server would: the lines between them are straight.
    const length = row.length === 1 && row[0]?.kind === 'client' ? ALONE : widthOf(row)
    let x = Math.round((width - length) / 2)
    for (const block of row) {
      nodes.push(nodeAt({ block, start: y }, x))
      x += block.width + gapIn(row)
    }
    y += Math.max(...row.map(({ height }) => height)) + gap
  }
  return { width, height: y - gap + MARGIN, nodes, wall }
}

const known: Partial<Record<string, StageLayout>> = {}

/**
 * The stage of a scenario, for both widths. Where columns would be too high, servers stand side by side, each over the sentinel of its host.
 * What looks alike is one and the same: the ways of its lines are found once, however often a setting is moved.
 */
export function stageLayout(scenario: Scenario): StageLayout {
  const columns = inColumns(castingOf(scenario, 'wide'))
  const many = columns.height > HIGHEST
  const rows = castingOf(scenario, many ? 'many' : 'narrow')
  const layout = {
    wide: many ? inRows(rows, WIDE, LITTLE_GAP) : columns,
    narrow: many ? inRows(rows, NARROW_MANY, LITTLE_GAP) : inRows(rows, NARROW, ROW_GAP),
  }
  const looks = JSON.stringify(layout)
  known[looks] ??= layout
  return known[looks]
}
