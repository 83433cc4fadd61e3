// Pieces of sentences that several parts of the catalogue say.
import { host, type Phrase, say } from '../../phrase'
import { agreeing, counted } from '../counted'

export const seconds = (micros: number, digits = 1): string => `${(micros / 1_000_000).toFixed(digits)} s`
/** A point in time, where `seconds` is a length: languages tell them apart. */
export const instant = seconds
export const writes = (count: number): string => counted(count, 'write')
export const are = (count: number): string => agreeing(count, 'is', 'are')

/** `r1`, `r1 and c1`, `r1, r2 and c1`. */
export function list(names: readonly string[]): Phrase {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', '
    return say`${before}${host(name)}`
  })
}
