import type { Refusal, Unit } from '@/lib/settings/setting'
import type { SettingId, UnfiledSettingId } from '@/lib/settings/settings'

/** What a value may be, its unit said once. */
type Limits = { readonly min: string; readonly max: string; readonly range: string }

const refusals: { readonly [R in Refusal | 'empty']: (limits: Limits) => string } = {
  empty: ({ range }) => `Give a number from ${range}. The last run stays.`,
  'not-a-number': ({ range }) => `That isn't a number. Give one from ${range}; the last run stays.`,
  'not-whole': ({ range }) => `Only whole numbers from ${range} make sense here. The last run stays.`,
  'too-small': ({ min }) => `It cannot be less than ${min}. The last run stays.`,
  'too-large': ({ max }) => `It cannot be more than ${max} here. The last run stays.`,
  impossible: () => 'This scenario cannot be run with that value. The last run stays.',
}

const units: Readonly<Record<Unit, (value: string) => string>> = {
  s: (value) => `${value} s`,
  ms: (value) => `${value} ms`,
  count: (value) => value,
  perSecond: (value) => `${value} per second`,
}

const limits = (unit: Unit, { min, max }: { readonly min: number; readonly max: number }): Limits => ({
  min: units[unit](String(min)),
  max: units[unit](String(max)),
  range: `${min} to ${units[unit](String(max))}`,
})

/** A directive is called as it stands in its file; all else needs a name. */
const labels: Readonly<Partial<Record<SettingId, string>> & Record<UnfiledSettingId, string>> = {
  'replication-latency': 'replication delay, one way',
  'write-rate': 'writes per second',
  'wait-replicas': 'WAIT: replicas',
  'wait-timeout': 'WAIT: timeout',
  'heal-after': 'network heals after',
  'restart-after': 'restarted after',
}

/** The live settings, and why a value will not do. */
export const controls = {
  labels,
  units,
  suffixes: { s: 's', ms: 'ms', count: '', perSecond: '' } satisfies Readonly<Record<Unit, string>>,
  limits,
  refusals,
  /** Why a setting means nothing as the others stand. */
  idle: { 'wait-timeout': 'Without WAIT nothing times out.' } as Readonly<Partial<Record<SettingId, string>>>,
  setting: (name: string, value: string) => `${name} ${value}`,
  noWait: 'no WAIT',
  /** Between the settings that name one side of a comparison. */
  and: ', ',
}
