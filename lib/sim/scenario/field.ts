/** A scenario that cannot be run: where in it, what stands there and what was expected, on one line. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'

  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`)
  }
}

/** Limits of a number, both included. */
export interface Range {
  readonly min: number
  readonly max: number
  /** What it counts, for the message: `milliseconds`. */
  readonly unit?: string
  /** Why the limit stands where it stands. */
  readonly because?: string
}

/** A value of the input and where it stands. Each reading method returns the typed value or throws `ScenarioError`. */
export class Field {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  get present(): boolean {
    return this.value !== undefined
  }

  fail(problem: string): never {
    throw new ScenarioError(this.path, problem)
  }

  /** Refuses the value, saying what should stand there. */
  expect(what: string): never {
    this.fail(this.present ? `expected ${what}, got ${show(this.value)}` : `missing; expected ${what}`)
  }

  /** The members of an object with these keys and no others; absent ones are fields without a value. */
  members<K extends string>(known: readonly K[]): Readonly<Record<K, Field>> {
    for (const [key, field] of this.entries(`an object with ${known.join(', ')}`)) {
      if (!known.some((name) => name === key)) field.fail(`unknown key; known are ${known.join(', ')}`)
    }
    return Object.fromEntries(known.map((key) => [key, this.member(key)])) as Record<K, Field>
  }

  /** The member of an object that is known to be one. */
  member(key: string): Field {
    const record = this.value as Readonly<Record<string, unknown>>
    return new Field(Object.hasOwn(record, key) ? record[key] : undefined, memberPath(this.path, key))
  }

  /** Every member that has a value. */
  entries(what: string): readonly (readonly [string, Field])[] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.expect(what)
    return Object.entries(this.value)
      .map(([key, value]) => [key, new Field(value, memberPath(this.path, key))] as const)
      .filter(([, field]) => field.present)
  }

  items(what: string): readonly Field[] {
    if (!Array.isArray(this.value)) this.expect(what)
    return Array.from(this.value, (item, index) => new Field(item, `${this.path}[${index}]`))
  }

  number(range: Range): number {
    if (typeof this.value !== 'number' || !within(this.value, range)) this.expect(describe(range, 'a number of'))
    return this.value + 0
  }

  whole(range: Range): number {
    if (typeof this.value !== 'number' || !Number.isInteger(this.value) || !within(this.value, range)) {
      this.expect(describe(range, 'a whole number of'))
    }
    return this.value + 0
  }

  yes(): boolean {
    if (typeof this.value !== 'boolean') this.expect('true or false')
    return this.value
  }

  text(what: string): string {
    if (typeof this.value !== 'string') this.expect(what)
    return this.value
  }

  /** A text that says something, of at most so many characters. */
  words(what: string, longest: number): string {
    const text = this.text(what)
    if (text.trim() === '') this.expect(what)
    if (text.length > longest) this.fail(`${text.length} characters long; expected at most ${longest}`)
    return text
  }
}

/** A value as it is shown in a message: one line, never long. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return typeof value === 'function' ? 'a function' : String(value)
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}

export function describe({ min, max, unit, because }: Range, kind: string): string {
  const subject = unit === undefined ? kind.replace(' of', '') : `${kind} ${unit}`
  const limits = max === Number.POSITIVE_INFINITY ? `from ${min}` : `from ${min} to ${max}`
  return `${subject} ${limits}${because === undefined ? '' : ` (${because})`}`
}

function within(value: number, { min, max }: Range): boolean {
  return value >= min && value <= max
}

/** The path of a member, never long. */
export function memberPath(path: string, key: string): string {
  const step = /^[A-Za-z_][\w-]{0,59}$/.test(key) ? `.${key}` : `[${show(key)}]`
  return path === 'scenario' ? step.replace(/^\./, '') : path + step
}
