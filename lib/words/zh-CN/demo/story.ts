import type { DoneNote } from '@/lib/reading/story/moments/network'
import type * as english from '../../en/demo/story'
import { code, host, lost, type Phrase, say, strong } from '../../phrase'
import { replyText } from '../../reply'
import { number, times } from '../counted'
import { told } from '../faults'
import { list, seconds } from './pieces'

/** 比这更快就当是立刻返回，微秒。 */
const NOTICEABLE = 100_000

/** 其中丢了多少，另外拒绝了多少。 */
function ofThem({ lost: count, refused }: { readonly lost: number; readonly refused: number }): Phrase {
  const more = refused > 0 ? say`另有 ${number(refused)} 次被拒绝，不算丢。` : []
  return say`${lost(`其中 ${times(count)}丢了。`)}${more}`
}

export const headlines: typeof english.headlines = {
  nothing: ({ attempted }) => say`${number(attempted)} 次写入一次都没有返回 OK，也就谈不上丢。`,
  lost: ({ server, acknowledged, ...rest }) =>
    say`${host(server)} 对 ${number(acknowledged)} 次写入返回了 ${strong('OK')}，${ofThem(rest)}`,
  'lost-of-several': ({ acknowledged, ...rest }) => say`${number(acknowledged)} 次写入得到了 ${strong('OK')}，${ofThem(rest)}`,
  wiped: ({ server, acknowledged, lost: count, empty }) => {
    const back = empty ? '空库重启' : '带着旧数据重启'
    return say`${host(server)} ${back}，从节点照单全收。已返回 ${strong('OK')} 的 ${number(acknowledged)} 次写入，${lost(`丢了 ${times(count)}。`)}`
  },
  waited: ({ command, confirmed, lost: count, others }) => {
    const rest = others > 0 ? say`${lost(`没凑够数的写入，丢了 ${times(others)}。`)}` : []
    if (count > 0) return say`${code(command)} 确认过 ${number(confirmed)} 次写入，${lost(`其中 ${times(count)}丢了。`)}${rest}`
    return say`${code(command)} 确认过 ${number(confirmed)} 次写入，${strong('一次没丢。')}${rest}`
  },
  'wait-reply': ({ command, reply: answer, asked }) => {
    const short = typeof answer === 'number' && answer < asked
    return say`${code(command)} 返回 ${strong(replyText(answer))}${short ? `，不是 ${asked}` : ''}。不会回滚。`
  },
  'refused-instead': ({ server, acknowledged, refused }) => {
    const refusal = server === null ? say`代价是拒绝了 ${times(refused)}` : say`${host(server)} 拒绝了另外 ${times(refused)}`
    return say`${number(acknowledged)} 次写入返回了 ${strong('OK')}，${strong('一次没丢')}：${refusal}。`
  },
  'no-failover': ({ primary, failed }) =>
    say`${host(primary)} 宕机，${strong('没有节点接任')}：${number(failed)} 次写入没有得到 ${code('OK')}。`,
  survived: ({ primary, acknowledged, failed }) => {
    const over = primary === null ? [] : say`${host(primary)} 接任主节点。`
    const rest = failed > 0 ? say`另有 ${number(failed)} 次没有返回 OK。` : []
    return say`${over}${strong(`返回过 OK 的 ${number(acknowledged)} 次写入全都在。`)}${rest}`
  },
  kept: ({ acknowledged }) => say`${strong(`返回过 OK 的 ${number(acknowledged)} 次写入全都在。`)}`,
}

/** 提升之后，旧主如何。 */
function oldPrimaryGoesOn(old: string, reachable: boolean, open: boolean): Phrase {
  const unaware = reachable ? say`没人通知 ${host(old)}，` : say`${host(old)} 收不到通知，`
  return open ? say`${unaware}它照样接受写入。` : say`${unaware}它仍以为自己是主，但已拒绝写入。`
}

export const moments: typeof english.moments = {
  split: ({ near, far, rest }) => {
    if (!rest) return say`${list(near)} 与 ${list(far)} 之间断开，其他链路正常。`
    return near.length === 1
      ? say`网络断开：${list(near)} 独自在一边，其余都在另一边。`
      : say`网络断开：${list(near)} 在一边，其余都在另一边。`
  },
  network: ({ done }) => (told[done.code] as (note: DoneNote) => Phrase)(done),
  heal: ({ at, old, until }) => {
    if (old === null) return say`网络恢复。`
    if (until === null) return say`网络恢复。直到结束，${host(old)} 仍以为自己是主。`
    return say`网络恢复。此后 ${seconds(until - at)}里，没人通知 ${host(old)} 它已被取代。`
  },
  kill: ({ host: name, primary, stranded, complete, waited, power }) => {
    const dies = say`${host(name)} ${power ? '断电' : '宕机'}。`
    if (!primary) return dies
    if (stranded > 0) {
      const reached = say`${dies}它返回过 ${code('OK')} 的写入，有 ${times(stranded)}没到任何从节点`
      return waited ? say`${reached}，${code(waited)} 也没有确认过。` : say`${reached}。`
    }
    return complete ? say`${dies}它返回过 ${code('OK')} 的写入，从节点上都有。` : dies
  },
  pause: ({ host: name }) => say`${host(name)} 假死：对谁都没有响应，自己并不知道。`,
  resume: ({ host: name }) => say`${host(name)} 恢复，从停下的地方继续。`,
  start: ({ host: name, role, loaded, writes: count, away, successor }) => {
    if (role === 'replica') return say`${host(name)} 重新启动，身份是从节点。`
    const data = count === 0 ? '数据一条不剩' : `从${loaded === 'aof' ? ' AOF ' : '磁盘'}读回 ${times(count)}写入`
    if (successor !== null)
      return say`${host(name)} 重新启动，${data}，仍是主节点：${code('redis.conf')} 里还这么写着。此时 ${host(successor)} 也是主。`
    return say`只过了 ${seconds(away)}，${host(name)} 就回来了，仍是主节点，${data}。`
  },
  command: ({ on, command }) => say`有人在 ${host(on)} 上执行 ${code(command)}。`,
  down: ({ host: name, have, sentinels, silence }) =>
    silence === null
      ? say`${sentinels} 个哨兵里有 ${have} 个判定 ${host(name)} 下线（客观下线）。`
      : say`${host(name)} 已经 ${seconds(silence)}无响应，${sentinels} 个哨兵里有 ${have} 个判定它下线（客观下线）。`,
  'not-elected': ({ sentinel, votesNeeded }) => say`${host(sentinel)} 拿不到所需的 ${votesNeeded} 票，没有节点被提升。`,
  'no-good-replica': ({ sentinel }) => say`${host(sentinel)} 找不到可以提升的从节点。`,
  promoted: ({ host: name, old, sentinel, goesOn, reachable, missing, acknowledged, passedOver }) => {
    const promotes = sentinel === null ? say`${host(name)} 成为主节点。` : say`${host(sentinel)} 把 ${host(name)} 提升为主。`
    if (goesOn !== null && old !== null) return say`${promotes}${oldPrimaryGoesOn(old, reachable, goesOn === 'open')}`
    if (passedOver !== null) return say`${promotes}按 ${code('replica-priority')} 选的，数据较新的 ${host(passedOver)} 落选。`
    if (missing > 0) return say`${promotes}返回过 ${code('OK')} 的写入，它少 ${times(missing)}。`
    return acknowledged > 0 ? say`${promotes}返回过 ${code('OK')} 的写入它都有。` : promotes
  },
  demoted: ({ host: name, of, sentinel, refusing }) => {
    const who = sentinel === null ? say`有人` : say`${host(sentinel)} `
    const demotes = say`${who}把 ${host(name)} 降级为 ${host(of)} 的从节点。`
    return refusing
      ? say`${demotes}它本来就在拒绝写入，现在改为返回 ${code('READONLY')}。`
      : say`${demotes}此后它拒绝写入：${code('READONLY')}。`
  },
  'gate-closed': ({ server, good, needed, lag, silent }) => {
    const has = good === 0 ? '一个也没有' : `只有 ${good} 个`
    const wants = say`要求 ${needed} 个合格的从节点，现在${has}，于是拒绝写入：${code('NOREPLICAS')}。`
    if (silent.length === 0) return say`${host(server)} ${wants}`
    return say`${host(server)} 超过 ${seconds(lag, 0)}没有收到 ${list(silent)} 的 ACK。它${wants}`
  },
  'gate-open': ({ server, good }) => say`${host(server)} 已有 ${good} 个合格的从节点，放行写入。`,
  late: ({ server, replicas, behind, lag }) =>
    say`${list(replicas)} 落后 ${seconds(behind)}。可 ${seconds(lag, 0)}之内 ${host(server)} 还收到过 ACK，闸门照样开着。`,
  erased: ({ hosts, of, lost: count, discarded, empty }) => {
    const copies = empty ? say`${list(hosts)} 从空库重启的 ${host(of)} 全量同步` : say`${list(hosts)} 从 ${host(of)} 全量同步`
    if (count > 0) return say`${copies}，${lost(`清除 ${times(count)}已返回 OK 的写入`)}。`
    return say`${copies}，${hosts.length > 1 ? '合计' : ''}丢弃 ${host(of)} 上没有的 ${times(discarded)}写入。`
  },
  moved: ({ client, server, forGood }) => say`${host(client)} 切换到 ${host(server)}，${forGood ? '此后都' : ''}往那里写。`,
  refused: ({ client, error, count }) =>
    error === 'NOCONN'
      ? say`${host(client)} 找不到可写的主节点，${number(count)} 次写入失败。`
      : say`${host(client)} 收到 ${code(error)}，${number(count)} 次写入被拒绝。`,
  'wait-short': ({ command, asked, count, times: often }) =>
    say`${code(command)} 要 ${asked} 个，只等到 ${count} 个。返回个数，不报错，写入保留。${often > 1 ? `这样的情况有 ${times(often)}。` : ''}`,
  waiting: ({ on, command, asked }) => say`${host(on)} 发出 ${code(command)}：${asked} 个从节点确认，或者超时，它才返回。`,
  reply: ({ on, command, reply: answer, took }) =>
    took < NOTICEABLE
      ? say`${host(on)} 执行 ${code(command)}，返回 ${strong(replyText(answer))}。`
      : say`${seconds(took)}之后，${host(on)} 的 ${code(command)} 返回 ${strong(replyText(answer))}。`,
  'first-write': ({ client, server }) => say`${host(client)} 写入，${host(server)} 返回 ${code('OK')}。`,
  left: ({ hosts, primary, lost: count }) => {
    const absent = primary === null ? [] : say`，主节点 ${host(primary)} 上没有`
    return say`到此结束：${lost(`${times(count)}丢失的写入`)}还在 ${list(hosts)} 上${absent}。`
  },
  end: ({ primary, present, acknowledged }) => {
    const who = primary === null ? say`没有主节点` : say`主节点是 ${host(primary)}`
    const rest = acknowledged > 0 ? `，返回过 OK 的 ${number(acknowledged)} 次写入还有 ${times(present)}在` : ''
    return say`结束时${who}${rest}。`
  },
}
