import type * as english from '../../en/evidence/entry'
import { number } from '../counted'
import { done } from '../faults'

export const entry: typeof english.entry = {
  agrees: '模拟与真机一致。',
  disagrees: (count) => `模拟与真机有 ${number(count)} 项不一致。`,
  unrecorded: '还没有在真机上跑过。',
  changed: '场景在实测之后改过。重新实测之前，不作比较。',
  meta: (real, simulated, server) => `真机 ${number(real)} 次，模拟 ${number(simulated)} 次 · ${server}`,
  repeat: '重跑',
  shownIn: '出现在',
  comma: '、',
  titled: (title, part) => `${title}：${part}`,
  decided: '判定结果',
  real: '真机',
  simulated: '模拟',
  agreement: '是否一致',
  measured: '时间与计数',
  constant: '真机与模拟每次都相同：',
  constantItem: (label, value) => `${label} ${value}`,
  mariadb: {
    same: (server, real) => `同一场景也在 ${server} 上跑过 ${number(real)} 次，结果相同。`,
    differs: (server, real) => `同一场景也在 ${server} 上跑过 ${number(real)} 次，只有这些不同：`,
    difference: (what, real, simulated) => `${what}：${real}；模拟的 MySQL 是 ${simulated}`,
  },
  share: (value, count, of) => `${value}（${number(of)} 次中 ${number(count)} 次）`,
}

export const setUp: typeof english.setUp = {
  label: '环境：',
  replicas: (primary, replicas) => `${primary} 带从节点 ${replicas}`,
  conf: (hosts, directives) => `${hosts}：${directives}`,
  link: (hosts, milliseconds) => `${hosts} 之间 ${milliseconds}`,
  everywhere: '任意两台主机',
  milliseconds: (least, most) => (least === most ? `${least} 毫秒` : `${least}～${most} 毫秒`),
  client: (client, to) => `${client} 写 ${to}`,
  askedFor: (sentinels) => `${sentinels} 返回的主节点`,
  timeOut: (milliseconds) => `，超时 ${milliseconds}`,
  workload: (client, command, every, from, until) => `${client}：每 ${every} 一次 ${command}，第 ${from}到第 ${until}`,
  behindEach: (wait) => `，每次跟一个 ${wait}`,
  action: (at, what) => `第 ${at} ${what}`,
  ends: '结束',
  done,
}
