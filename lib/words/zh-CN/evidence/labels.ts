import { type FactWords, replyText } from '@/lib/evidence/fact-text'
import type * as english from '../../en/evidence/labels'

const which = (nth: number | null): string => (nth === null ? '' : `（第 ${nth} 次）`)
const kind = (of: string): string => (of === 'full' ? '全量' : '增量')

export const quantities: typeof english.quantities = {
  attempted: () => '发出的写入',
  acknowledged: () => '返回过 OK 的写入',
  unanswered: () => '无响应的写入',
  lost: () => '丢失的写入（返回过 OK）',
  survived: () => '没有返回 OK 却还在的写入',
  refused: ({ of }) => (of === 'NOCONN' ? '没有连接可用的写入' : `被拒绝的写入：${of}`),
  waitReturned: ({ of }) => (of === 'none' ? 'WAIT 没有返回' : `WAIT 返回 ${of}`),
  lostBehindWait: ({ of }) => (of === 'none' ? 'WAIT 没有返回，写入丢失' : `WAIT 返回 ${of}，写入仍丢失`),
  firstLost: () => '首条丢失写入的发送时刻',
  lastLost: () => '末条丢失写入的发送时刻',
  firstRefused: ({ of }) => (of === 'NOCONN' ? '首次无可用连接' : `首个 ${of}`),
  promoted: ({ nth }) => `从节点被提升${which(nth)}`,
  firstSwitched: ({ nth }) => `第一个哨兵切换到新主${which(nth)}`,
  lastSwitched: ({ nth }) => `最后一个哨兵切换到新主${which(nth)}`,
  demoted: ({ of, nth }) => `${of} 被降为从节点${which(nth)}`,
  demotedAfterHeal: ({ of, nth }) => `网络恢复后，${of} 被降为从节点${which(nth)}`,
  demotedAfterRestart: ({ of, nth }) => `重启后，${of} 被降为从节点${which(nth)}`,
  firstResync: ({ of }) => `第一次${kind(of)}同步`,
  lastResync: ({ of }) => `最后一次${kind(of)}同步`,
  fellBack: ({ of, nth }) => `${of} 退化为异步${which(nth)}`,
  returned: ({ of, nth }) => `${of} 恢复半同步${which(nth)}`,
  confirmed: ({ of }) => `${of} 的 Rpl_semi_sync_source_yes_tx`,
  unconfirmed: ({ of }) => `${of} 的 Rpl_semi_sync_source_no_tx`,
  took: ({ of, nth }) => `${of} 耗时${nth === null ? '' : `（第 ${nth} 条）`}`,
}

export const factWords: FactWords = {
  facts: {
    failovers: '提升了谁',
    switched: '切换到新主的哨兵',
    demotions: '降级了谁',
    resyncs: '重新同步',
    finalPrimary: '结束时的主节点',
    errors: '客户端读到的错误',
    waitReturned: 'WAIT 返回',
    lostBehindWait: 'WAIT 之后仍丢失',
    lost: '返回过 OK 的写入有没有丢',
    modes: '半同步',
    replies: '命令的返回',
  },
  factItems: {
    promotion: ({ from, to, byHand }) => `${from ?? '?'} → ${to}${byHand ? '（手动）' : ''}`,
    sentinels: ({ hosts }) => (hosts.length === 0 ? '无' : hosts.join(' ')),
    demotion: ({ host, resync }) => `${host}，${resync === null ? '没有' : kind(resync)}同步`,
    resync: ({ replica, primary, kind: how }) => `${replica} 从 ${primary} ${kind(how)}同步`,
    host: ({ host }) => host,
    error: ({ error }) => error,
    wait: ({ returned }) => (returned === null ? '没有返回' : String(returned)),
    some: () => '有',
    mode: ({ host, fellBack, returned }) => `${host} 退化为异步 ${fellBack} 次，恢复 ${returned} 次`,
    reply: ({ on, command, reply }) => `${on} ${command} → ${replyText(reply, '一段文本')}`,
  },
  semicolon: '；',
  noFact: (fact) => (fact === 'lost' ? '没有' : '无'),
}
