import type * as english from '../../en/demo/stage'
import { host, say } from '../../phrase'
import { number } from '../counted'
import { seconds } from './pieces'

const ago = (micros: number): string => seconds(micros, micros < 9_950_000 ? 1 : 0)

export const stage: typeof english.stage = {
  roles: { primary: '主节点', replica: '从节点', sentinel: '哨兵', client: '客户端' },
  says: (primary) => say`认 ${host(primary)} 为主`,
  suspects: (primary) => say`判 ${host(primary)} 下线`,
  dead: '宕机',
  frozen: '假死',
  refuses: '拒绝写入',
  data: {
    holds: (count) => (count === 0 ? '空的' : `${number(count)} 条写入`),
    onDisk: (count) => (count === 0 ? '内存里的都没了' : `磁盘上 ${number(count)} 条写入`),
    noClient: '还没有客户端',
    complete: '已追平',
    only: (count) => [`${number(count)} 条写入只在这里`, `${number(count)} 条只在这里`],
    beyond: (count) => [`${number(count)} 条写入有风险`, `${number(count)} 条有风险`],
    behind: (count, micros) => {
      const late = micros === null || micros < 50_000 ? '' : `，${ago(micros)}`
      return [`落后 ${number(count)} 条写入${late}`, `落后 ${number(count)} 条${late}`, `落后 ${number(count)} 条`]
    },
    copies: (from) => `正从 ${from} 全量同步`,
    erasing: (count) => [`正清除 ${number(count)} 条写入`, `正清除 ${number(count)} 条`],
    erased: (count) => [`清除了 ${number(count)} 条写入`, `清除了 ${number(count)} 条`],
  },
  gate: {
    off: ['闸门未启用：要求 0', '闸门未启用'],
    counts: (needed, good) => [
      `要求 ${needed} 个，算得 ${good} 个`,
      `要 ${needed} 个，有 ${good} 个`,
      `要 ${needed}，有 ${good}`,
    ],
  },
  ack: (micros) => [`${ago(micros)}前 ACK`, `ACK ${ago(micros)}`],
  hasIt: (micros) => [`已有，${ago(micros)}前 ACK`, '已有，已 ACK', '已有'],
  link: {
    down: (primary) => `与 ${primary} 断开`,
    connecting: (primary) => [`正在连 ${primary}`],
    handshake: (primary) => [`与 ${primary} 握手`],
    sync: (primary) => [`等 ${primary} 的数据`],
    up: (primary) => `跟随 ${primary}`,
  },
  file: {
    aof: (count, onDisk) =>
      onDisk === undefined
        ? [`AOF：${number(count)} 条写入`, `AOF：${number(count)} 条`]
        : [`AOF：${number(count)}，落盘 ${number(onDisk)}`, `AOF：${number(onDisk)} / ${number(count)}`],
    rdb: (count) => [`RDB：${number(count)} 条写入`, `RDB：${number(count)} 条`],
    none: ['磁盘上没有数据', '没有文件'],
  },
  writesTo: (server) => `写 ${server}`,
  refused: '被拒绝：',
  answersOk: '收到 OK',
  noAnswer: '无响应',
  noConnection: '没有连接',
  counted: (count, wanted) => `${count} / ${wanted}`,
  leader: 'leader',
  epoch: (epoch) => `纪元 ${epoch}`,
  votes: (count, sentinels) => `得 ${count}/${sentinels} 票`,
  votesFor: (sentinel) => `投给 ${sentinel}`,
  message: {
    ask: (who) => `向 ${who} 拉票`,
    vote: (_, text) => `投给 ${text}`,
    advice: (who, text) => `告诉 ${who}：${text}`,
    info: (who) => `${who} 的 INFO`,
    order: (who) => `命令 ${who}`,
  },
  label: {
    ask: (epoch) => `纪元 ${epoch} 投我？`,
    vote: (candidate) => `投 ${candidate}`,
    advice: (primary) => primary,
    info: (role) => role || 'INFO',
    order: (primary) => `SLAVEOF ${primary}`,
    ack: (offset) => `ACK ${number(Number(offset))}`,
    getack: () => 'GETACK',
    copy: () => '全量数据',
  },
}
