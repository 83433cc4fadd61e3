import type * as english from '../../en/evidence/method'
import { code, say, strong } from '../../phrase'
import { number } from '../counted'

export const method: typeof english.method = [
  say`本站的演示都是模拟。同一批场景文件，也用真实的 ${code('redis-server')} 和 ${code('redis-sentinel')} 跑过，MySQL 的场景则用 ${code('mysqld')}：每台主机是一个网络命名空间，有自己的地址；网络断开就是在路上丢包；慢链路是一个故意延迟转发的进程；崩溃是 ${code('SIGKILL')}，假死是 ${code('SIGSTOP')}。写入端按固定节奏发送，不等返回（open-loop），每次发送、每个返回都记录。最后向结束时的主节点逐个键、逐行查询：返回过 ${code('OK')} 却查不到的，就是丢了。`,
  say`同一场景的几次运行，差别只在服务器各个定时器的相位。脚本拉起的集群每次相位都一样，所以集群稳定之后，要随机再等 10 到 20 秒才注入故障；MySQL 要紧的定时器一秒一次，只等 1 到 4 秒。模拟里，相位由种子决定。`,
  say`集群的${strong('判定结果')}必须完全一致：提升了谁，哪些哨兵切换到新主，是全量还是增量同步，客户端读到什么错误，${code('WAIT')} 返回几，返回过 ${code('OK')} 的写入有没有丢。出现模拟里没有的结果，就算不一致。${strong('时间和计数')}则必须落在模拟的范围之内，范围按容差放宽，图里用浅色标出。`,
  say`容差由三部分组成。一是真机有、模拟不计的开销：日志只精确到毫秒，故障要几毫秒才能生效，进程要等 CPU，启动也要时间。二是计数可以差出这段时间里的写入。三是模拟次数有限，覆盖不到分布两端，所以再加模拟范围的十分之一。`,
]

export const howManyRuns: typeof english.howManyRuns = (few, many, more) =>
  say`每个场景在真机上至少跑五次，再模拟 ${number(few)} 次${more === 0 ? '' : `；其中 ${more} 个场景覆盖不了真机出现过的情况，模拟了 ${number(many)} 次`}。测试也是这样做的。这几页没有手写的数字：构建网站时从实测记录和模拟直接画出来，文章里引用的真机数字也一样。哪一项不一致，就照实标成不一致。`

export const terms: typeof english.terms = [
  {
    title: '一次运行',
    text: say`一个场景从头到尾跑一遍，集群只为这一次搭起来。范围是所有运行里的最小值和最大值。`,
  },
  { title: '返回过 OK', text: say`客户端读到了 ${code('OK')}。` },
  { title: '丢失', text: say`返回过 ${code('OK')}，但结束时的主节点上没有：逐个键问过。` },
  { title: '被拒绝', text: say`客户端读到错误；以错误的第一个词命名。` },
  { title: '没有连接可用', text: say`该发的时候客户端没有连接，什么也没发出去。` },
  { title: '无响应', text: say`发了出去，到结束既没有 ${code('OK')} 也没有错误。` },
  { title: '没有返回 OK 却还在', text: say`被拒绝或无响应，结束时的主节点上却有。` },
  { title: 'WAIT 返回 n', text: say`返回过 ${code('OK')} 的写入里，同一条连接上紧跟其后的 ${code('WAIT')} 返回了这个数。` },
  {
    title: '提升、降级',
    text: say`以服务器自己的日志为准。降级的时刻从网络恢复算起；旧主若是重启回来的，就从启动算起。`,
  },
  {
    title: '哨兵切换到新主',
    text: say`从这时起，客户端来问，这个哨兵就返回新主：leader 是 ${code('+promoted-slave')}，其余的是 ${code('+switch-master')}。`,
  },
  {
    title: '退化为异步、恢复半同步',
    text: say`主库自己的日志里出现 “Semi-sync replication switched OFF” 或 “ON” 的时刻。`,
  },
  {
    title: '同步',
    text: say`主节点日志里 ${code('PSYNC')} 的结果：接着传复制流（部分重同步，即增量同步），还是重新传一份数据（全量同步）。`,
  },
  { title: '时间', text: say`没有另外说明的，都从场景开始算起。“发送时刻”是客户端发出写入的时刻。` },
]

export const runIt: typeof english.runIt = [
  say`需要 Linux 和 root。没有 root，或者不是 Linux，就改用回环地址，并提示哪些现象无法复现。它只启动自己的服务器，不碰别的，结束后什么也不留下。`,
  say`每次运行的耗时是场景的时长，再加最多半分钟。结果和模拟的结果并排打印。${code('--check')} 拿实测记录对照模拟，不需要服务器；${code('npm test')} 也会这样检查。`,
]

export const commands: typeof english.commands = {
  install: '# Debian 12 自带 Redis 7.0.15',
  one: '# 真机跑一次，与模拟并排',
  five: '# 跑五次',
  file: '# 任何场景文件',
  mysql: '# MySQL 用指定目录里的，不指定就用 PATH 上的 mysqld',
  check: '# 拿全部实测记录对照模拟',
}
