import { type FactWords, replyText } from '@/lib/evidence/fact-text'
import type { Label } from '@/lib/evidence/label'
import type { QuantityCode } from '@/lib/evidence/quantities'
import type { LabName, Subject } from '@/lib/evidence/subjects'
import type { EvidenceWords } from '../en/evidence'
import { code, type Phrase, say, strong } from '../phrase'

const number = (value: number): string => value.toLocaleString('zh-CN')
const which = (nth: number | null): string => (nth === null ? '' : `（第 ${nth} 次）`)
/** “5.48～6.31 秒”：单位只写一次。 */
const withoutUnit = (least: string, most: string): string =>
  least.endsWith(' 秒') && most.endsWith(' 秒') ? least.slice(0, -2) : least
const kind = (of: string): string => (of === 'full' ? '全量' : '增量')

const quantities: Readonly<Record<QuantityCode, (label: Label<QuantityCode>) => string>> = {
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
  took: ({ of, nth }) => `${of} 耗时${nth === null ? '' : `（第 ${nth} 条）`}`,
}

const factWords: FactWords = {
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
    reply: ({ on, command, reply }) => `${on} ${command} → ${replyText(reply, '一段文本')}`,
  },
  semicolon: '；',
  noFact: (fact) => (fact === 'lost' ? '没有' : '无'),
}

const subjects: Readonly<Record<Subject, string>> = {
  crash: '主节点崩溃',
  partition: '网络断开，旧主回来',
  gate: '写入闸门：min-replicas-to-write',
  wait: 'WAIT',
  election: '哨兵够不够数',
  promotion: '提升谁，谁跟上',
  switch: '手动切换',
  return: '重启与重新同步',
}

const titles: Readonly<Record<LabName, string>> = {
  'crash-delay-0': '每秒 1,000 次写入，到从节点没有延迟：主节点崩溃',
  'crash-delay-2': '每秒 1,000 次写入，到从节点 2 毫秒：主节点崩溃',
  'crash-delay-20': '每秒 1,000 次写入，到从节点 20 毫秒：主节点崩溃',
  'crash-delay-100': '每秒 1,000 次写入，到从节点 100 毫秒：主节点崩溃',
  'split-brain-lag-3': '脑裂，要求一个从节点，min-replicas-max-lag 3',
  'gate-new-primary': '要求一个从节点：新主一个也没有',
  'wait-equal-priorities': 'WAIT 1，优先级相同：确认过的从节点被提升',
  'idle-split-brain': '没人写入的脑裂：旧主照样全量同步',
  'clean-crash-restart': '没有客户端的主节点崩溃，回来时成了从节点',
  'gate-lag-1': '两个从节点都断开，min-replicas-max-lag 1',
  'gate-lag-3': '两个从节点都断开，min-replicas-max-lag 3',
  'gate-lag-10': '两个从节点都断开，min-replicas-max-lag 10',
  'gate-two-of-two': '要求两个从节点，挂了一个',
  'gate-one-frozen': '要求一个从节点，两个里有一个假死',
  'gate-both-frozen': '两个从节点都假死，随后恢复',
  'gate-frozen-primary': '主节点假死，被换下，随后恢复',
  'one-way-from-primary': '单向断开：主节点发出的什么都到不了',
  'one-way-to-primary': '单向断开：ACK 回不来',
  'wait-own-connection': '同一条连接上 WAIT，断开一个从节点',
  'wait-other-connection': '换一条连接 WAIT',
  'wait-frozen-replica': 'WAIT 一个假死的从节点',
  'wait-across-failover': 'WAIT 期间主节点被换掉',
  'sentinels-2-quorum-1-dead-0': '两个哨兵，quorum 1，都活着',
  'sentinels-2-quorum-1-dead-1': '两个哨兵，quorum 1，挂了一个',
  'sentinels-3-quorum-1-dead-1': '三个哨兵，quorum 1，挂了一个',
  'sentinels-3-quorum-3-dead-1': '三个哨兵，quorum 3，挂了一个',
  'sentinels-4-quorum-2-dead-1': '四个哨兵，quorum 2，挂了一个',
  'sentinels-4-quorum-2-dead-2': '四个哨兵，quorum 2，挂了两个',
  'sentinels-5-quorum-2-dead-2': '五个哨兵，quorum 2，挂了两个',
  'sentinels-5-quorum-4-dead-2': '五个哨兵，quorum 4，挂了两个',
  'offset-decides': '优先级相同：数据更全的从节点被提升',
  'parallel-syncs-1': '三个从节点一个一个换主：parallel-syncs 1',
  'parallel-syncs-3': '三个从节点一起换主：parallel-syncs 3',
  'failover-command': '没有哨兵，FAILOVER TO 指定的从节点',
  'failover-any-replica': '没有哨兵，FAILOVER 给任意从节点',
  'failover-under-sentinels': '背着哨兵执行 FAILOVER',
  'gate-then-switch': '先关闸门，再 SENTINEL FAILOVER',
  'restart-rdb': '判定下线之前从 RDB 重启',
  'restart-aof': '判定下线之前从 AOF 重启',
  'blip-partial': '短暂断开：增量同步',
  'backlog-overrun': '断开太久，积压缓冲区不够：全量同步',
}

const method: readonly Phrase[] = [
  say`本站的演示都是模拟。同一批场景文件，也拿真实的 ${code('redis-server')} 和 ${code('redis-sentinel')} 跑过：每台主机是一个网络命名空间，有自己的地址；网络断开就是在路上丢包；慢链路是一个故意延迟转发的进程；崩溃是 ${code('SIGKILL')}，假死是 ${code('SIGSTOP')}。写入端按固定节奏发送，不等返回，每次发送、每个返回都记录。最后向结束时的主节点逐个键查询：返回过 ${code('OK')} 却查不到的，就是丢了。`,
  say`同一场景的几次运行，差别只在 Redis 各个定时器的相位。脚本拉起的集群每次相位都一样，所以集群稳定之后，要随机再等 10 到 20 秒才注入故障。模拟里，相位由种子决定。`,
  say`集群的${strong('判定结果')}必须完全一致：提升了谁，哪些哨兵切换到新主，是全量还是增量同步，客户端读到什么错误，${code('WAIT')} 返回几，返回过 ${code('OK')} 的写入有没有丢。出现模拟里没有的结果，就算不一致。${strong('时间和计数')}则必须落在模拟的范围之内，范围按容差放宽，图里用浅色标出。`,
  say`容差由三部分组成。一是真机有、模拟不计的开销：日志只精确到毫秒，故障要几毫秒才能生效，进程要等 CPU，启动也要时间。二是计数可以差出这段时间里的写入。三是模拟次数有限，覆盖不到分布两端，所以再加模拟范围的十分之一。`,
]

const counted: readonly { readonly title: string; readonly text: Phrase }[] = [
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
    text: say`从这时起，客户端来问，这个哨兵就报新主：leader 是 ${code('+promoted-slave')}，其余的是 ${code('+switch-master')}。`,
  },
  {
    title: '同步',
    text: say`主节点日志里对 ${code('PSYNC')} 的答复：接着传复制流（增量），还是重新传一份数据（全量）。`,
  },
  { title: '时间', text: say`没有另外说明的，都从场景开始算起。“发送时刻”是客户端发出写入的时刻。` },
]

const notModelled: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'CPU 时间',
    text: say`执行命令、切换角色都不花时间。服务器不会忙到顾不上响应；没有大键、慢命令、Lua 脚本，也不会换页。进程假死，只能是场景安排的故障。`,
  },
  {
    title: '大数据量',
    text: say`全量同步和加载只花一段固定的短时间，相当于几乎空的数据集。几十 GB 的 fork、传输和加载不在其内。没有 ${code('LOADING')}、${code('MISCONF')}、${code('OOM')}，也没有淘汰。`,
  },
  {
    title: '带宽与缓冲区',
    text: say`链路有延迟和抖动，没有带宽。输出缓冲区没有上限，${code('client-output-buffer-limit')} 不会踢掉落后的从节点。`,
  },
  {
    title: '路上的字节',
    text: say`进程已经发出、对方还没收到的字节，会随进程一起消失：链路延迟代表的是压在发送方的队列。真实网络里，已经离开主机的字节不受进程死活影响。`,
  },
  {
    title: '完整的 TCP',
    text: say`连接保证顺序，断网时没有响应，网络恢复后按 Linux 的重传定时器续上，对方进程死了就被拒绝。没有拥塞控制，没有 keepalive，也不随机丢包。`,
  },
  {
    title: '磁盘',
    text: say`写进 AOF 的内容，进程死了也还在。不会断电，AOF 的 ${code('fsync')} 不耗时，磁盘不会满，也没有 ${code('WAITAOF')}。`,
  },
  {
    title: '时钟',
    text: say`所有主机共用一个时钟，而且不会跳变。哨兵只有被挂起过才进入 TILT，改系统时间不会触发。`,
  },
  {
    title: '级联复制',
    text: say`从节点的从节点会复制数据，但哨兵只认得所监控主节点的从节点；一个场景只监控一个主节点。`,
  },
  {
    title: '大多数命令',
    text: say`客户端会用 ${code('SET')}、${code('GET')}、${code('INCR')}、少数集合与列表命令、${code('WAIT')}，以及文章里运维敲的那些命令。没有事务、脚本、过期、阻塞读和 ${code('CLIENT PAUSE')}；没有 ACL、TLS，也没有 ${code('SHUTDOWN')}：进程只会死于 ${code('SIGKILL')}。`,
  },
  {
    title: '大多数配置项',
    text: say`场景的配置就是配置片段里写的那些。没有模拟的配置项会直接报错，不会悄悄忽略。`,
  },
  {
    title: '其他系统',
    text: say`Redis Cluster、Valkey、MySQL 半同步复制和分布式锁算法还没有模拟。文章提到它们的地方，都注明了出处。`,
  },
]

const runIt: readonly Phrase[] = [
  say`需要 Linux 和 root。没有 root，或者不是 Linux，就改用回环地址，并提示哪些现象无法复现。它只启动自己的服务器，不碰别的，结束后什么也不留下。`,
  say`每次运行的时间是场景的时长，再加最多半分钟。结果和模拟的结果并排打印。${code('--check')} 拿实测记录对照模拟，不需要服务器；${code('npm test')} 也会这样检查。`,
]

/** “验证方法”这一页的文字。 */
export const evidence: EvidenceWords = {
  title: '验证方法',
  lede: '本站的每个场景都是模拟的，也都在真实的 Redis 上跑过。两边的结果都在这里。',
  description:
    '真实的 redis-server、redis-sentinel 与驱动演示的模拟器并排对照：判定结果逐条比，时间和计数画在同一根轴上；还有哪些没有模拟。',
  sections: {
    method: '比了什么，怎么比',
    counted: '每个词数的是什么',
    scenarios: '逐个场景',
    'not-modelled': '没有模拟的部分',
    'run-the-lab': '自己跑一遍',
  },
  method,
  counted,
  howManyRuns: (few, many, more) =>
    say`每个场景在真实服务器上至少跑五次，再模拟 ${number(few)} 次${more === 0 ? '' : `；其中 ${more} 个场景覆盖不了真机出现过的情况，模拟了 ${number(many)} 次`}。测试也是这样做的。页面上没有手写的数字：构建网站时从实测记录和模拟直接画出来，文章里引用的真机数字也一样。哪一项不一致，就照实标成不一致。`,
  notModelledLede: say`模拟器在复制、${code('WAIT')}、持久化和 Sentinel 这几块，对照 Redis 7.0 源码逐条实现。其余的没有做：`,
  notModelled,
  runIt,
  commands: {
    install: '# Debian 12 自带 Redis 7.0.15',
    one: '# 真实跑一次，与模拟并排',
    five: '# 跑五次',
    file: '# 任何场景文件',
    check: '# 拿全部实测记录对照模拟',
  },
  subjects,
  titles,
  summary: {
    agree: (scenarios, real) =>
      say`${strong(`${number(scenarios)} 个场景，真实服务器上跑了 ${number(real)} 次：每一项判定结果，模拟都与真机一致。`)}`,
    disagree: (scenarios, real, odd) =>
      say`${strong(`${number(scenarios)} 个场景，真实服务器上跑了 ${number(real)} 次：有 ${number(odd)} 项判定结果，模拟与真机不一致。`)}`,
    decided: '判定一致',
    ranges: '时间与计数在容差内',
    of: (agree, all) => `${number(agree)} / ${number(all)}`,
    simulated: '模拟次数',
    server: 'Redis',
    system: '操作系统',
    recorded: '实测日期',
    dates: (first, last) => (first === last ? first : `${first}至${last}`),
    number,
    unrecorded: (count) => `还有 ${number(count)} 个场景没有实测。`,
    changed: (count) => `有 ${number(count)} 个场景在实测之后改过。`,
  },
  index: '场景',
  marks: { agree: '一致', disagree: '不一致', none: '未实测' },
  entry: {
    agrees: '模拟与真实服务器一致。',
    disagrees: (count) => `模拟与真实服务器有 ${number(count)} 项不一致。`,
    unrecorded: '还没有在真实服务器上跑过。',
    changed: '场景在实测之后改过。重新实测之前，不作比较。',
    meta: (real, simulated, server) => `真实 ${number(real)} 次，模拟 ${number(simulated)} 次 · Redis ${server}`,
    repeat: '重跑',
    shownIn: '出现在',
    comma: '、',
    titled: (title, part) => `${title}：${part}`,
    decided: '判定结果',
    real: '真实服务器',
    simulated: '模拟',
    agreement: '是否一致',
    measured: '时间与计数',
    constant: '真实与模拟每次都相同：',
    constantItem: (label, value) => `${label} ${value}`,
    share: (value, count, of) => `${value}（${number(of)} 次中 ${number(count)} 次）`,
  },
  setUp: {
    label: '环境：',
    replicas: (primary, replicas) => `${primary} 带从节点 ${replicas}`,
    conf: (hosts, directives) => `${hosts}：${directives}`,
    link: (hosts, milliseconds) => `${hosts} 之间 ${milliseconds}`,
    everywhere: '任意两台主机',
    milliseconds: (least, most) => (least === most ? `${least} 毫秒` : `${least}～${most} 毫秒`),
    client: (client, to) => `${client} 写 ${to}`,
    askedFor: (sentinels) => `${sentinels} 报出的主节点`,
    timeOut: (milliseconds) => `，超时 ${milliseconds}`,
    workload: (client, command, every, from, until) => `${client}：每 ${every} 一次 ${command}，第 ${from}到第 ${until}`,
    behindEach: (wait) => `，每次跟一个 ${wait}`,
    action: (at, what) => `第 ${at} ${what}`,
    ends: '结束',
    kill: (host) => `kill ${host}`,
    start: (host) => `启动 ${host}`,
    pause: (host) => `挂起 ${host}`,
    resume: (host) => `恢复 ${host}`,
    partition: (groups) => `断开 ${groups}`,
    cut: (from, to) => `单向断开 ${from} → ${to}`,
    heal: '网络恢复',
    run: (on, command) => `${on}> ${command}`,
  },
  plot: {
    key: '怎么看图',
    keyReal: '一次真实运行',
    keySimulated: '模拟结果的分布，越高次数越多',
    keyAllowed: '真实结果可以落在哪里：模拟的范围加容差',
    time: (milliseconds, digits) => `${(milliseconds / 1000).toFixed(digits)} 秒`,
    seconds: (text) => `${text} 秒`,
    range: (least, most) => (least === most ? least : `${withoutUnit(least, most)}～${most}`),
    real: '真实',
    simulated: '模拟',
    tolerance: (text) => `± ${text}`,
    alternative: (label, real, simulated, tolerance, agrees) =>
      `${label}。真实：${real}。模拟：${simulated}，容差 ${tolerance}。${agrees ? '一致。' : '不一致。'}`,
    nothing: '无',
  },
  measured: {
    range: (least, most) => (least === most ? least : `${least}～${most}`),
    seconds: (range) => `${range} 秒`,
    source: (title, real, server) => `Redis ${server} 真机 ${number(real)} 次：${title}`,
  },
  quantities,
  ...factWords,
}
