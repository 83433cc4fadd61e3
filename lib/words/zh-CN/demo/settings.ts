import type { Unit } from '@/lib/settings/setting'
import type * as english from '../../en/demo/settings'

const units: Readonly<Record<Unit, (value: string) => string>> = {
  s: (value) => `${value} 秒`,
  ms: (value) => `${value} 毫秒`,
  count: (value) => value,
  perSecond: (value) => `每秒 ${value} 次`,
}

/** 单位只写一次；没有单位的（个数，以及名字里已写明“每秒”的次数），后面接汉字前要空一格。 */
const limits = (unit: Unit, { min, max }: { readonly min: number; readonly max: number }) => {
  const bare = unit === 'count' || unit === 'perSecond'
  const shown = (value: number): string => (bare ? String(value) : units[unit](String(value)))
  return { min: shown(min), max: shown(max), range: `${min} 到 ${shown(max)}${bare ? ' ' : ''}` }
}

export const controls: typeof english.controls = {
  labels: {
    'replication-latency': '复制延迟（单向）',
    'write-rate': '每秒写入次数',
    'wait-replicas': 'WAIT：从节点数',
    'wait-timeout': 'WAIT：超时',
    'heal-after': '断网时长',
    'restart-after': '宕机到重启',
  },
  units,
  suffixes: { s: '秒', ms: '毫秒', count: '', perSecond: '' },
  limits,
  refusals: {
    empty: ({ range }) => `请填 ${range}之间的数。图里仍是上一次的结果。`,
    'not-a-number': ({ range }) => `这不是数。请填 ${range}之间的数；图里仍是上一次的结果。`,
    'not-whole': ({ range }) => `这里只能是 ${range}之间的整数。图里仍是上一次的结果。`,
    'too-small': ({ min }) => `不能小于 ${min}。图里仍是上一次的结果。`,
    'too-large': ({ max }) => `这里不能大于 ${max}。图里仍是上一次的结果。`,
    impossible: () => '这个场景用这个值跑不起来。图里仍是上一次的结果。',
  },
  idle: { 'wait-timeout': '没有 WAIT，也就没有超时。' },
  setting: (name, value) => `${name} ${value}`,
  noWait: '不用 WAIT',
  and: '，',
}
