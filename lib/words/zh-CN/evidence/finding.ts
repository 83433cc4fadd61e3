import type { Finding } from '@/lib/evidence/finding'
import type * as english from '../../en/evidence/finding'
import { number } from '../counted'

/** “r2”、“r2 或 r3”、“r2、r3 或 r4”。 */
const anyOf = (texts: readonly string[]): string =>
  [texts.slice(0, -1).join('、'), ...texts.slice(-1)].filter(Boolean).join(' 或 ')

function promotion(promoted: Finding['promoted']): string {
  const named = promoted.filter((hosts) => hosts.length > 0).map((hosts) => hosts.join('，再提升 '))
  if (named.length === 0) return '没有提升从节点'
  return `提升 ${anyOf(named)}${named.length < promoted.length ? '，或没有提升' : ''}`
}

function waitReturned(waits: Finding['waits']): string {
  const counts = waits.filter((count) => count !== null).map(number)
  if (counts.length === 0) return 'WAIT 没有返回'
  return `WAIT 返回 ${anyOf(counts)}${waits.includes(null) ? '，或没有返回' : ''}`
}

function found(disks: Finding['disks']): string {
  const counts = disks.filter((count) => count !== null).map(number)
  if (counts.length === 0) return 'WAITAOF 没有返回'
  return `WAITAOF 确认 ${anyOf(counts)} 块盘${disks.includes(null) ? '，或没有返回' : ''}`
}

function lostWrites([least, most]: Finding['lost']): string {
  if (most === 0) return '返回过 OK 的写入没有丢'
  return `丢失返回过 OK 的写入 ${least === most ? number(least) : `${number(least)}～${number(most)}`} 条`
}

const OWNERS: Readonly<Record<NonNullable<Finding['owners']>, string>> = {
  nobody: '谁也没拿到锁',
  one: '锁始终只有一个持有者',
  two: '锁同时有两个持有者',
  'one-or-two': '有几次锁只有一个持有者，有几次同时有两个',
}

export const finding: typeof english.finding = ({ promoted, errors, waits, disks, lost, owners }) =>
  [
    promotion(promoted),
    ...(errors.length === 0 ? [] : [`客户端读到 ${errors.join('、')}`]),
    ...(waits.length === 0 ? [] : [waitReturned(waits)]),
    ...(disks.length === 0 ? [] : [found(disks)]),
    owners === null ? lostWrites(lost) : OWNERS[owners],
  ].join('；')
