import { grouped } from '../grouped'

export { grouped as number }

/** The form that goes with a count: `is` or `are`, `it` or `them`, a noun or its plural. */
export function agreeing(count: number, one: string, other: string): string {
  return count === 1 ? one : other
}

/** `1 write`, `2 writes`, `1,200 writes`. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${grouped(count)} ${agreeing(count, one, other)}`
}
