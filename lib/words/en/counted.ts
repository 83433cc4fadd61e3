const rules = new Intl.PluralRules('en')

/** The form that goes with a count: `is` or `are`, `it` or `them`, a noun or its plural. */
export function agreeing(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other
}

export function number(value: number): string {
  return value.toLocaleString('en-US')
}

/** `1 write`, `2 writes`, `1,200 writes`. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${number(count)} ${agreeing(count, one, other)}`
}
