import type * as english from '../../en/demo/timeline'
import { plain } from '../../phrase'
import { instant, list, seconds } from './pieces'

export const fates: typeof english.fates = {
  safe: '已返回 OK，未丢',
  risk: '已返回 OK，有风险',
  lost: '已返回 OK，已丢',
  refused: '被拒绝',
  unanswered: '无响应',
  'no-connection': '无连接',
}

export const kinds: typeof english.kinds = {
  primary: '主',
  closed: '主，拒绝写入',
  replica: '从',
  frozen: '假死',
  down: '宕机',
}

export const lanes: typeof english.lanes = {
  fates: {
    safe: '未丢',
    risk: '有风险',
    lost: '已丢',
    refused: '被拒绝',
    unanswered: '无响应',
    'no-connection': '无连接',
  },
  writes: '写入',
  twoPrimaries: (count, micros) => `${count === 2 ? '两个' : `${count} 个`}主节点并存 ${seconds(micros)}`,
  accepting: ({ servers, accepting }) => {
    const [first] = accepting
    const both = accepting.reduce((sum, stretch) => sum + (stretch.servers.length > 1 ? stretch.for : 0), 0)
    if (accepting.length > 1) return both === 0 ? '从未同时接受写入' : `其中 ${seconds(both)}都接受写入`
    if (!first || first.servers.length === servers.length) return null
    return first.servers.length === 0 ? '都拒绝写入' : `只有 ${plain(list(first.servers))} 接受写入`
  },
  unsent: '尚未发出',
  howItEnded: '最终结果',
  knownAt: (micros) => `${instant(micros)}所知`,
  cut: '网络断开',
  tick: (text) => `${text} 秒`,
}
