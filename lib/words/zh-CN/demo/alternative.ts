import type * as english from '../../en/demo/alternative'
import { plain } from '../../phrase'
import { times } from '../counted'
import { instant, list, seconds } from './pieces'

export const alternative: typeof english.alternative = {
  space: '',
  comma: '，',
  timeline: (end) => `时间轴，共 ${seconds(end, 0)}。`,
  lane: (server, parts) =>
    `${server}：${parts.map(({ kind, until }) => `${kind}${until === null ? '' : `，到${instant(until)}`}`).join('；然后是')}。`,
  cut: (from, to) => `${instant(from)}到${instant(to)}网络断开。`,
  overlap: (servers, from, to, accepting) =>
    `${instant(from)}到${instant(to)}，${plain(list(servers))} 同时是主${accepting === null ? '' : `，${accepting}`}。`,
  writes: (counts) =>
    counts.length === 0 ? '没有写入。' : `写入：${counts.map(({ fate, count }) => `${fate} ${times(count)}`).join('；')}。`,
  stage: (at) => `${instant(at)}的集群。`,
  node: (name, role, says) => `${role} ${name}：${says}。`,
  split: (near, far) => `${plain(list(near))} 与 ${plain(list(far))} 互相不通。`,
  oneWay: (from, to) => `${from} 到 ${to} 不通。`,
}
