export type YesNo = 'yes' | 'no'
export type AppendFsync = 'always' | 'everysec' | 'no'

/** What values of each form are to the kernel: a size in bytes, save points in Redis' own notation. */
export interface ConfValues {
  readonly count: number
  readonly size: number
  readonly 'yes-no': YesNo
  readonly fsync: AppendFsync
  readonly 'save-points': string
}

export type ConfForm = keyof ConfValues

/** A directive with values of one form. */
export interface DirectiveOf<Form extends ConfForm> {
  /** How its value is read and written. */
  readonly form: Form
  /** The smallest number that means something; 0 when absent. */
  readonly min?: Form extends 'count' ? number : never
  /** What a file without the directive means. */
  readonly default: ConfValues[Form]
  /** Null: no comment explains it in a file; what stands before it does, or what it comes to with others. */
  readonly comment?: null
}

/** All that is known of one directive. Data only: a page that runs scenarios has the defaults and no readers. */
export type Directive = { readonly [Form in ConfForm]: DirectiveOf<Form> }[ConfForm]

/** Directives by name, in the order of a file. */
export type Directives = Readonly<Record<string, Directive>>

export type ConfOf<Rows extends Directives> = { readonly [Name in keyof Rows]: ConfValues[Rows[Name]['form']] }

/** What an empty file means. */
export function defaultsOf<Rows extends Directives>(rows: Rows): { readonly [Name in keyof Rows]: Rows[Name]['default'] }
export function defaultsOf(rows: Directives): Readonly<Record<string, Directive['default']>> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row.default]))
}
