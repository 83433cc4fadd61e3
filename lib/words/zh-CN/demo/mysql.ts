import type * as english from '../../en/demo/mysql'
import { code, host, lost, say, strong } from '../../phrase'
import { replyText } from '../../reply'
import { number, times } from '../counted'
import { demo } from '.'
import { list, seconds } from './pieces'

const transactions = (count: number): string => `${number(count)} 个事务`
const ago = (micros: number): string => seconds(micros, micros < 9_950_000 ? 1 : 0)

export const own: typeof english.own = {
  unapplied: (count) => [`relay log 里 ${number(count)} 个没回放`, `${number(count)} 个没回放`],
  applierStopped: (errno) => `回放出错 ${errno}`,
}

export const mysql: typeof english.mysql = {
  ...demo,
  kinds: { ...demo.kinds, primary: '主库', closed: '主库，提交在等 ACK', async: '主库，异步', replica: '从库' },
  lanes: {
    ...demo.lanes,
    writes: '提交',
    twoPrimaries: (count, micros) => `${count === 2 ? '两个' : `${count} 个`}可写的主库并存 ${seconds(micros)}`,
  },
  alternative: {
    ...demo.alternative,
    overlap: (servers, from, to, accepting) =>
      demo.alternative.overlap(servers, from, to, accepting).replace('同时是主', '同时可写'),
  },
  stage: {
    ...demo.stage,
    roles: { ...demo.stage.roles, primary: '主库', replica: '从库' },
    refuses: '提交在等 ACK',
    data: {
      ...demo.stage.data,
      holds: (count) => (count === 0 ? '空的' : transactions(count)),
      onDisk: (count) => `binlog：${number(count)} 个`,
      only: (count) => [`${transactions(count)}只在这里`, `${number(count)} 个只在这里`],
      beyond: (count) => [`多出 ${transactions(count)}`, `多出 ${number(count)} 个`],
      behind: (count, micros) => {
        const late = micros === null || micros < 50_000 ? '' : `，${ago(micros)}`
        return [`落后 ${transactions(count)}${late}`, `落后 ${number(count)} 个${late}`]
      },
    },
    gate: {
      off: ['半同步 OFF'],
      counts: (needed) => [`半同步 ON，要 ${needed} 个 ACK`, `要 ${needed} 个 ACK`],
    },
  },
  headlines: {
    ...demo.headlines,
    survived: ({ primary, acknowledged, failed }) => {
      const over = primary === null ? [] : say`${host(primary)} 成为主库。`
      const rest = failed > 0 ? say`另有 ${number(failed)} 次没有得到应答。` : []
      return say`${over}${strong(`返回过 OK 的 ${number(acknowledged)} 次提交全都在。`)}${rest}`
    },
    phantom: ({ reader, server, command, gone }) => {
      const read = say`${host(reader)} 在 ${host(server)} 上读到了还没应答的提交：${code(command)}。`
      return gone ? say`${read}${strong('新的主库上没有这一行。')}` : read
    },
    errant: ({ server, of, extra }) =>
      say`${host(server)} 跟随 ${host(of)}，却比它${strong(`多出 ${transactions(extra)}`)}，没有任何检查会拒绝。`,
    unguarded: ({ acknowledged, unguarded }) =>
      say`返回过 ${strong('OK')} 的 ${number(acknowledged)} 次提交都在，但${strong(`有 ${times(unguarded)}应答时没有任何从库收到`)}。`,
  },
  moments: {
    ...demo.moments,
    held: ({ server, point }) =>
      point === 'AFTER_SYNC'
        ? say`${host(server)} 的提交开始等 ACK：事务已在 binlog 里，还没有从库确认，谁也看不到。`
        : say`${host(server)} 已经提交，只是不应答：还没有从库确认，别的会话却已看得到这一行。`,
    'fell-back': ({ server, reason, released }) => {
      const why = {
        timeout: say`${host(server)} 等到超时，`,
        'no-replica': say`${host(server)} 的半同步从库不够，`,
        disabled: say`${host(server)} 上半同步被关掉，`,
      }[reason]
      const rest = released === 0 ? '' : `在等的 ${times(released)}提交放行，客户端收到 OK。`
      return say`${why}退化为异步。${rest}`
    },
    returned: ({ server, away }) => say`从库追平，${host(server)} 恢复半同步，此前异步了 ${seconds(away)}。`,
    'made-writable': ({ host: name, alive, missing, acknowledged }) => {
      const made = say`${host(name)} 被改为可写。`
      if (alive !== null) return say`${made}${host(alive)} 也还可写：有了两个主库。`
      if (missing > 0) return say`${made}返回过 ${code('OK')} 的提交，它少 ${times(missing)}。`
      return acknowledged > 0 ? say`${made}返回过 ${code('OK')} 的提交它都有。` : made
    },
    'relay-discarded': ({ host: name, discarded, acknowledged }) => {
      const thrown = say`${code('RESET REPLICA')} 丢掉 ${host(name)} 的 relay log，里面 ${transactions(discarded)}还没回放`
      return acknowledged > 0 ? say`${thrown}，${lost(`其中 ${number(acknowledged)} 个已返回 OK`)}。` : say`${thrown}。`
    },
    'applier-stopped': ({ host: name, errno }) =>
      errno === null
        ? say`${host(name)} 从此不再回放，但照样接收，照样回 ACK。`
        : say`${host(name)} 的回放线程停下，错误 ${errno}：它的数据与主库冲突。`,
    back: ({ host: name, writable, kept, successor }) => {
      const up = say`${host(name)} 回来了${writable ? '，可写' : ''}。`
      const more = kept === 0 ? [] : say`它把 binlog 里没应答过的 ${transactions(kept)}提交了。`
      return successor !== null && writable ? say`${up}此时 ${host(successor)} 也是主库。${more}` : say`${up}${more}`
    },
    errant: ({ host: name, of, gtids }) =>
      say`${host(name)} 跟随 ${host(of)}，却有 ${host(of)} 没有的 ${code(gtids)}，照样被接受。`,
    phantom: ({ on, client, command, gone }) =>
      say`${host(on)} 执行 ${code(command)}，看到了这一行，而 ${host(client)} 还没等到应答。${gone ? strong('切换之后，这一行没了。') : ''}`,
    read: ({ on, command, reply }) => say`${host(on)} 执行 ${code(command)}，返回 ${strong(replyText(reply))}。`,
    refused: ({ client, error, count }) =>
      error === 'NOCONN'
        ? say`${host(client)} 找不到可写的主库，${number(count)} 次提交失败。`
        : say`${host(client)} 收到 ${code(error)}，${number(count)} 次提交被拒绝。`,
    kill: ({ host: name, stranded }) =>
      stranded === 0
        ? say`${host(name)} 宕机。`
        : say`${host(name)} 宕机。它返回过 ${code('OK')} 的提交，有 ${times(stranded)}不在任何从库的 relay log 里。`,
    heal: ({ at, old, until }) => {
      if (old === null) return say`网络恢复。`
      if (until === null) return say`网络恢复。直到结束，${host(old)} 仍然可写。`
      return say`网络恢复。此后 ${seconds(until - at)}里，${host(old)} 仍然可写。`
    },
    left: ({ hosts, primary, lost: count }) => {
      const absent = primary === null ? [] : say`，主库 ${host(primary)} 上没有`
      return say`到此结束：${lost(`${times(count)}丢失的提交`)}还在 ${list(hosts)} 上${absent}。`
    },
    end: ({ primary, present, acknowledged }) => {
      const who = primary === null ? say`没有主库` : say`主库是 ${host(primary)}`
      const rest = acknowledged > 0 ? `，返回过 OK 的 ${number(acknowledged)} 次提交还有 ${times(present)}在` : ''
      return say`结束时${who}${rest}。`
    },
  },
}
