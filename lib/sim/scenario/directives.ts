import type { ConfForm, ConfOf, ConfValues, Directives } from '../kinds/directive'
import { REDIS_DIRECTIVES, type RedisConf } from '../kinds/redis/conf'
import { CONF_FORMS } from './conf-forms'
import { Field, ScenarioError } from './field'

type NameOf<Rows> = Extract<keyof Rows, string>

type Changing<Conf> = { -readonly [Name in keyof Conf]?: Conf[Name] }

/** The directives that a process is given, among those of the table; absent ones stay absent. */
export function readConf<Rows extends Directives>(field: Field, rows: Rows): Partial<ConfOf<Rows>> {
  const conf: Changing<ConfOf<Rows>> = {}
  if (!field.present) return conf
  for (const [key, member] of field.entries('an object of directives')) readDirective(conf, rows, key, member)
  return conf
}

function readDirective<Rows extends Directives>(conf: Changing<ConfOf<Rows>>, rows: Rows, key: string, field: Field): void {
  const name = nameIn(rows, key)
  if (name === null) field.fail(`not modelled; the directives that are: ${Object.keys(rows).join(', ')}`)
  if (Object.hasOwn(conf, name)) field.fail(`${name} is said twice, under its old name and its new one`)
  const row: Rows[typeof name] = rows[name]
  conf[name] = readValue<Rows[typeof name]['form']>(row, field)
}

/** The name of a directive of `redis.conf` since Redis 5.0, or null when it is not modelled. */
export function directiveName(name: string): keyof RedisConf | null {
  return nameIn(REDIS_DIRECTIVES, name.toLowerCase())
}

/** Why `CONFIG SET name value` would be refused, or null. */
export function directiveProblem(name: keyof RedisConf, value: string): string | null {
  try {
    readValue(REDIS_DIRECTIVES[name], new Field(value, name))
    return null
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
}

/** A value that a directive takes, as the kernel keeps it: sizes in bytes. */
export function directiveValue(name: keyof RedisConf, value: string): string {
  return String(readValue(REDIS_DIRECTIVES[name], new Field(value, name)))
}

/** A directive as it stands in a file. */
export interface Written<Name> {
  readonly name: Name
  /** Behind the name. */
  readonly words: readonly string[]
}

/** All directives of a table with their values, in the order of a file. */
export function writtenConf<Rows extends Directives>(rows: Rows, conf: ConfOf<Rows>): readonly Written<NameOf<Rows>>[] {
  const names = Object.keys(rows).filter((name) => isKeyOf(rows, name))
  return names.map((name) => {
    const row: Rows[typeof name] = rows[name]
    return { name, words: writeValue<Rows[typeof name]['form']>(row, conf[name]) }
  })
}

function readValue<Form extends ConfForm>(row: { readonly form: Form; readonly min?: number }, field: Field): ConfValues[Form] {
  return CONF_FORMS[row.form].read(field, row.min ?? 0)
}

function writeValue<Form extends ConfForm>({ form }: { readonly form: Form }, value: ConfValues[Form]): readonly string[] {
  return CONF_FORMS[form].write(value)
}

/** Before Redis 5.0 the names of directives said `slave` for `replica` (R170). */
function nameIn<Rows extends Directives>(rows: Rows, name: string): NameOf<Rows> | null {
  const current = name.replace('slave', 'replica')
  return isKeyOf(rows, current) ? current : null
}

function isKeyOf<T extends object>(table: T, key: string): key is NameOf<T> {
  return Object.hasOwn(table, key)
}
