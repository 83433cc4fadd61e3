import type { Message } from '../messages'
import { type Effect, noValues, type Values } from './commands/values'
import { isWrite, WRITES, type WriteName } from './commands/writes'

/** The data set of a server: the numbers of the writes that made it, in order. */
export interface DataSet {
  writes: number[]
}

/** Every message that carries a write, by the number of the write. */
type Writes = readonly Message[]

/** Values, folded from the writes only when somebody looks, and thrown away with the data set. */
const foldedOf = new WeakMap<DataSet, { readonly values: Values; upTo: number }>()

export function newDataSet(): DataSet {
  return { writes: [] }
}

/** Takes a write into it. */
export function hold(data: DataSet, write: number): void {
  data.writes.push(write)
}

/** Becomes another data set; returns how many of its writes that one lacks. */
export function replaceData(data: DataSet, writes: readonly number[]): number {
  const discarded = lacking(data.writes, writes)
  data.writes = [...writes]
  foldedOf.delete(data)
  return discarded
}

/** How many of `mine` are not in `others`; what both begin with, which is nearly all, is passed over. */
function lacking(mine: readonly number[], others: readonly number[]): number {
  let common = 0
  while (common < mine.length && mine[common] === others[common]) common += 1
  const kept = new Set(others.slice(common))
  return mine.slice(common).filter((write) => !kept.has(write)).length
}

/** What a write would do now, and its answer; one that changes nothing is not propagated (R11). */
export function effectOf(data: DataSet, writes: Writes, name: WriteName, args: readonly string[]): Effect {
  return WRITES[name].effect(() => valuesOf(data, writes), args)
}

/** The values by their keys. */
export function valuesOf(data: DataSet, writes: Writes): Values {
  const folded = foldedOf.get(data) ?? { values: noValues(), upTo: 0 }
  const { values } = folded
  for (; folded.upTo < data.writes.length; folded.upTo += 1) apply(values, writes[data.writes[folded.upTo] as number])
  foldedOf.set(data, folded)
  return values
}

function apply(values: Values, message: Message | undefined): void {
  if (message?.type === 'command' && isWrite(message.name)) WRITES[message.name].apply(values, message)
}
