import type * as english from '../../en/demo/ledger'
import { plain } from '../../phrase'
import { list, seconds } from './pieces'

export const ledger: typeof english.ledger = {
  tabs: {
    lost: '丢失',
    risk: '此刻有风险',
    acknowledged: '已返回 OK',
    refused: '被拒绝',
    'no-connection': '无连接',
    unanswered: '无回应',
  },
  none: '没有。',
  noServer: '–',
  pending: '没有',
  waited: (count) => `WAIT ${count}`,
  destroyed: (micros) => `毁于 ${seconds(micros, 3)}`,
  taken: (micros) => `${seconds(micros, 3)}时从主节点上消失`,
  left: (servers) => `结束时仍在 ${plain(list(servers))} 上`,
  survived: '没有返回 OK，最后却还在',
  goTo: (key, what) => `${key} ${what}：跳到那里`,
  follow: (key) => `跟踪 ${key}`,
  list: (tab) => `写入：${tab}`,
}
