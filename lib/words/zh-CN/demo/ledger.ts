import type * as english from '../../en/demo/ledger'
import { plain } from '../../phrase'
import { instant, list } from './pieces'

export const ledger: typeof english.ledger = {
  tabs: {
    lost: '丢失',
    risk: '此刻有风险',
    acknowledged: '已返回 OK',
    refused: '被拒绝',
    'no-connection': '无连接',
    unanswered: '无响应',
  },
  none: '没有。',
  noServer: '–',
  pending: '无',
  waited: (count) => `WAIT ${count}`,
  destroyed: (micros) => `${instant(micros, 3)}丢失`,
  taken: (micros) => `${instant(micros, 3)}从主节点上被清除`,
  left: (servers) => `结束时还在 ${plain(list(servers))} 上`,
  survived: '没有返回 OK，最后却还在',
  goTo: (key, what) => `${key} ${what}：跳到该时刻`,
  follow: (key) => `跟踪 ${key}`,
  list: (tab) => `写入：${tab}`,
}
