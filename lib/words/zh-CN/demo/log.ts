import type * as english from '../../en/demo/log'
import { code, host, lost, say } from '../../phrase'
import { replyText } from '../../reply'
import { number, times } from '../counted'
import { logged } from './logged'
import { seconds } from './pieces'

export const notes: typeof english.notes = {
  settled: () => say`从节点已连上并追平，哨兵互相认识。`,
  ...logged,
  kill: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程被杀掉。`,
  start: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程启动。`,
  pause: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程假死。`,
  resume: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程继续运行。`,
  boot: ({ writes }) => say`${writes === 0 ? '没有数据' : `读回 ${times(writes)}写入`}`,
  load: ({ primary, discarded }) =>
    say`复制了 ${host(primary)} 的全部数据${discarded > 0 ? say`；${lost(`扔掉自己的 ${times(discarded)}写入`)}` : ''}`,
  gate: ({ good, needed, open }) => say`合格的从节点：${good}，要求 ${needed}。${open ? '放行写入。' : '拒绝写入。'}`,
  config: ({ directive, value }) => say`${code(`CONFIG SET ${directive} ${value}`)}`,
  failover: ({ state }) => say`${code(`master_failover_state:${state}`)}`,
  connect: ({ server }) => say`连上 ${host(server)}`,
  disconnect: ({ server, reason }) => {
    const why = {
      closed: '被服务器关闭',
      refused: '被拒绝',
      readonly: '收到 READONLY 后放弃',
      timeout: '太久没有回应，放弃',
      'not-primary': '对方不是主节点',
    }
    return say`与 ${host(server)} 的连接：${why[reason]}`
  },
  resolve: ({ sentinel, primary }) =>
    primary === null ? say`${host(sentinel)} 答不出主节点` : say`${host(sentinel)} 说主节点是 ${host(primary)}`,
  belief: ({ primary }) => say`从这时起，有客户端来问就回答 ${host(primary)}`,
  'answers-change': ({ error }) => (error === 'NOCONN' ? say`写入没有连接可用` : say`写入的返回变为 ${code(error ?? 'OK')}`),
  reply: ({ command, reply: answer }) => say`${code(command)} → ${code(replyText(answer))}`,
  send: ({ server, key }) => (server === null ? say`${code(key)}，没有连接` : say`${code(key)} 发往 ${host(server)}`),
  execute: ({ offset }) => say`执行写入，偏移量 ${number(offset)}`,
  apply: ({ offset }) => say`应用写入，偏移量 ${number(offset)}`,
  answer: ({ error }) => (error === 'NOCONN' ? say`没有连接可用` : say`收到 ${code(error ?? 'OK')}`),
  'wait-answer': ({ asked, count }) => say`${code('WAIT')} 要 ${asked} 个，返回 ${count}`,
  ack: ({ replica, offset }) => say`${host(replica)} 发来 ${code(`REPLCONF ACK ${offset}`)}`,
}

export const log: typeof english.log = {
  traffic: '也列出单条消息',
  network: '网络',
  goTo: (micros) => `跳到 ${seconds(micros, 3)}`,
  list: '事件，凡 Redis 自己有日志的都用原文',
}
