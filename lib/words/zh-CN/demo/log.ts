import type * as english from '../../en/demo/log'
import { code, host, lost, say } from '../../phrase'
import { replyText } from '../../reply'
import { number, times } from '../counted'
import { logged } from './logged'
import { instant } from './pieces'

export const notes: typeof english.notes = {
  settled: () => say`从节点已追平，哨兵已互相发现。`,
  ...logged,
  kill: ({ host: name, process, power }) =>
    power ? say`${host(name)} 断电，${process} 进程随之消失。` : say`${host(name)} 的 ${process} 进程被 kill。`,
  start: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程启动。`,
  pause: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程假死。`,
  resume: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程恢复。`,
  boot: ({ writes }) => say`${writes === 0 ? '没有数据' : `读回 ${times(writes)}写入`}`,
  load: ({ primary, discarded }) =>
    say`从 ${host(primary)} 全量同步完毕${discarded > 0 ? say`；${lost(`丢弃自己的 ${times(discarded)}写入`)}` : ''}`,
  gate: ({ good, needed, open }) => say`合格的从节点：${good}，要求 ${needed}。${open ? '放行写入。' : '拒绝写入。'}`,
  config: ({ directive, value }) => say`${code(`CONFIG SET ${directive} ${value}`)}`,
  failover: ({ state }) => say`${code(`master_failover_state:${state}`)}`,
  connect: ({ server }) => say`连上 ${host(server)}`,
  disconnect: ({ server, reason }) => {
    const why = {
      closed: '被服务器关闭',
      refused: '被拒绝',
      readonly: '收到 READONLY 后断开',
      timeout: '超时断开',
      'not-primary': '对方不是主节点',
    }
    return say`与 ${host(server)} 的连接：${why[reason]}`
  },
  resolve: ({ sentinel, primary }) =>
    primary === null ? say`${host(sentinel)} 没有返回主节点` : say`${host(sentinel)} 返回主节点 ${host(primary)}`,
  belief: ({ primary }) => say`此后对客户端返回 ${host(primary)}`,
  'answers-change': ({ error }) => (error === 'NOCONN' ? say`写入时没有连接` : say`写入的返回变为 ${code(error ?? 'OK')}`),
  reply: ({ command, reply: answer }) => say`${code(command)} → ${code(replyText(answer))}`,
  send: ({ server, key }) => (server === null ? say`${code(key)}，没有连接` : say`${code(key)} 发往 ${host(server)}`),
  execute: ({ offset }) => say`执行写入，偏移量 ${number(offset)}`,
  apply: ({ offset }) => say`应用写入，偏移量 ${number(offset)}`,
  answer: ({ error }) => (error === 'NOCONN' ? say`没有连接` : say`收到 ${code(error ?? 'OK')}`),
  'wait-answer': ({ asked, count, disks }) =>
    disks ? say`${code('WAITAOF')} 返回 ${disks.join(' 和 ')}` : say`${code('WAIT')} 要 ${asked} 个，返回 ${count}`,
  fsync: ({ writes }) => say`AOF 里已有 ${times(writes)}写入刷到磁盘`,
  call: ({ line }) => say`${code(line)}`,
  ack: ({ replica, offset }) => say`${host(replica)} 发来 ${code(`REPLCONF ACK ${offset}`)}`,
}

export const log: typeof english.log = {
  traffic: '同时列出每条消息',
  network: '网络',
  goTo: (micros) => `跳到${instant(micros, 3)}`,
  list: '事件，凡 Redis 自己有日志的都用原文',
}
