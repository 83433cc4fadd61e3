import { integer } from '../integer'
import type { AppendFsync, ConfForm, ConfValues, YesNo } from '../kinds/directive'
import type { Field } from './field'

/** How the values of one form are read and written. */
interface Form<Value> {
  /** As it stands in a scenario, in a file or behind `CONFIG SET`; `min` is that of the directive. */
  read(field: Field, min: number): Value
  /** Its words in a file. */
  write(value: Value): readonly string[]
}

export const CONF_FORMS: { readonly [Name in ConfForm]: Form<ConfValues[Name]> } = {
  count: { read: readCount, write: (number) => [String(number)] },
  size: { read: readSize, write: (bytes) => [writtenSize(bytes)] },
  'yes-no': { read: readYesNo, write: (word) => [word] },
  fsync: { read: readAppendFsync, write: (word) => [word] },
  'save-points': { read: readSavePoints, write: (points) => (points === '' ? ['""'] : points.split(' ')) },
}

/** Redis' own limit of most numeric directives. */
const INT_MAX = 2_147_483_647

/** The suffixes of sizes in `redis.conf`: with a `b` a power of 1024, without one a power of 1000. */
const SIZES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1000,
  kb: 1024,
  m: 1_000_000,
  mb: 1_048_576,
  g: 1_000_000_000,
  gb: 1_073_741_824,
}

/** A number, or its digits as they stand in a file. */
function readCount(field: Field, min: number): number {
  const { value } = field
  const read = typeof value === 'string' ? integer(value) : null
  const number = read === null ? value : Number(read)
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= INT_MAX) return number + 0
  return field.expect(`a whole number from ${min} to ${INT_MAX}`)
}

function readSize(field: Field): number {
  const { value } = field
  const written = typeof value === 'string' ? /^(\d{1,12})([a-z]*)$/i.exec(value) : null
  const unit = written === null ? undefined : SIZES[(written[2] ?? '').toLowerCase()]
  const bytes = written !== null && unit !== undefined ? Number(written[1]) * unit : value
  if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 1) return bytes
  return field.expect('a size in bytes, or one such as "1mb"')
}

function writtenSize(bytes: number): string {
  const units = [
    ['gb', 1_073_741_824],
    ['mb', 1_048_576],
    ['kb', 1024],
  ] as const
  const fitting = units.find(([, unit]) => bytes % unit === 0)
  return fitting === undefined ? String(bytes) : `${bytes / fitting[1]}${fitting[0]}`
}

function readYesNo(field: Field): YesNo {
  const { value } = field
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const word = typeof value === 'string' ? value.toLowerCase() : null
  if (word === 'yes' || word === 'no') return word
  return field.expect('yes or no')
}

function readAppendFsync(field: Field): AppendFsync {
  const { value } = field
  const word = typeof value === 'string' ? value.toLowerCase() : null
  if (word === 'always' || word === 'everysec' || word === 'no') return word
  return field.expect('always, everysec or no')
}

/** `""` and `"\"\""`, as `redis.conf` writes it, both switch snapshots off. */
function readSavePoints(field: Field): string {
  const what = 'pairs of seconds and changes such as "3600 1 300 100", or ""'
  const text = field.text(what).trim()
  if (text === '' || text === '""') return ''
  const words = text.split(/\s+/)
  if (words.length % 2 !== 0 || !words.every((word) => /^\d{1,9}$/.test(word))) field.expect(what)
  if (words.some((word, index) => index % 2 === 0 && Number(word) < 1)) field.expect(what)
  return words.map(Number).join(' ')
}
