import type { Finding } from '@/lib/evidence/finding'
import type * as english from '../../en/evidence/finding'
import { number } from '../counted'

function promotion(promoted: Finding['promoted']): string {
  const named = promoted.filter((hosts) => hosts.length > 0).map((hosts) => hosts.join('、再提升 '))
  if (named.length === 0) return '没有提升从节点'
  return `提升 ${named.join(' 或 ')}${named.length < promoted.length ? '，或没有提升' : ''}`
}

function lostWrites([least, most]: Finding['lost']): string {
  if (most === 0) return '返回过 OK 的写入没有丢'
  return `丢失返回过 OK 的写入 ${least === most ? number(least) : `${number(least)}～${number(most)}`} 条`
}

export const finding: typeof english.finding = ({ promoted, errors, lost }) =>
  [promotion(promoted), ...(errors.length === 0 ? [] : [`客户端读到 ${errors.join('、')}`]), lostWrites(lost)].join('；')
