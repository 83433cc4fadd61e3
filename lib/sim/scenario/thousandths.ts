/** Milliseconds to the microsecond: a difference of two floats carries noise behind that. */
export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
