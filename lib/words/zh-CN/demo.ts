import type { Overlap, Segment } from '@/lib/reading/film/lanes'
import type { NoteCode, NoteOf } from '@/lib/reading/lists/log'
import type { HeadlineCode, HeadlineOf } from '@/lib/reading/story/headline'
import type { MomentCode, MomentOf } from '@/lib/reading/story/moment'
import type { Unit } from '@/lib/sim/scenario/controls'
import { code, host, lost, type Phrase, plain, say, strong } from '../phrase'
import { replyText } from '../reply'
import type { Words } from '../words'

const number = (value: number): string => value.toLocaleString('zh-CN')
const seconds = (micros: number, digits = 1): string => `${(micros / 1_000_000).toFixed(digits)} 秒`
/** 比这更快就当是立刻返回，微秒。 */
const NOTICEABLE = 100_000
const times = (count: number): string => `${number(count)} 次`

/** `r1`、`r1 和 c1`、`r1、r2 和 c1`. */
function list(names: readonly string[]): Phrase {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' 和 ' : '、'
    return say`${before}${host(name)}`
  })
}

const headlines: { readonly [C in HeadlineCode]: (headline: HeadlineOf<C>) => Phrase } = {
  nothing: ({ attempted }) => say`${number(attempted)} 次写入一次都没有返回 OK，也就谈不上丢。`,
  lost: ({ server, acknowledged, lost: count, refused }) => {
    const more = refused > 0 ? say`另有 ${number(refused)} 次被拒绝，没有丢。` : []
    return say`${host(server)} 对 ${number(acknowledged)} 次写入返回了 ${strong('OK')}，${lost(`其中 ${times(count)}丢了。`)}${more}`
  },
  'lost-of-several': ({ acknowledged, lost: count, refused }) => {
    const more = refused > 0 ? say`另有 ${number(refused)} 次被拒绝，没有丢。` : []
    return say`${number(acknowledged)} 次写入得到了 ${strong('OK')}，${lost(`其中 ${times(count)}丢了。`)}${more}`
  },
  wiped: ({ server, acknowledged, lost: count, empty }) => {
    const back = empty ? '空着回来' : '带着旧数据回来'
    return say`${host(server)} ${back}，从节点照单全收。已返回 ${strong('OK')} 的 ${number(acknowledged)} 次写入，${lost(`丢了 ${times(count)}。`)}`
  },
  waited: ({ confirmed, lost: count, others }) => {
    const rest = others > 0 ? say`${lost(`没凑够数的写入，丢了 ${times(others)}。`)}` : []
    if (count > 0) return say`${code('WAIT')} 确认过 ${number(confirmed)} 次写入，${lost(`其中 ${times(count)}丢了。`)}${rest}`
    return say`${code('WAIT')} 确认过 ${number(confirmed)} 次写入，${strong('一次没丢。')}${rest}`
  },
  'wait-reply': ({ command, reply: answer, asked }) => {
    const short = typeof answer === 'number' && answer < asked
    return say`${code(command)} 返回 ${strong(replyText(answer))}${short ? `，不是 ${asked}` : ''}。什么也没有回滚。`
  },
  'refused-instead': ({ server, acknowledged, refused }) => {
    const refusal = server === null ? say`改为拒绝了 ${times(refused)}` : say`${host(server)} 拒绝了另外 ${times(refused)}`
    return say`${number(acknowledged)} 次写入返回了 ${strong('OK')}，${strong('一次没丢')}：${refusal}。`
  },
  'no-failover': ({ primary, failed }) =>
    say`${host(primary)} 死了，${strong('没有谁接任')}：${number(failed)} 次写入没有得到 ${code('OK')}。`,
  survived: ({ primary, acknowledged, failed }) => {
    const over = primary === null ? [] : say`${host(primary)} 接任主节点。`
    const rest = failed > 0 ? say`另有 ${number(failed)} 次没有返回 OK。` : []
    return say`${over}${strong(`返回过 OK 的 ${number(acknowledged)} 次写入全都在。`)}${rest}`
  },
  kept: ({ acknowledged }) => say`${strong(`返回过 OK 的 ${number(acknowledged)} 次写入全都在。`)}`,
}

/** 提升之后，旧主如何。 */
function oldPrimaryGoesOn(old: string, reachable: boolean, open: boolean): Phrase {
  const unaware = reachable ? say`没有谁告诉 ${host(old)}，` : say`${host(old)} 听不到，`
  return open ? say`${unaware}它照样接受写入。` : say`${unaware}它仍以为自己是主，但已拒绝写入。`
}

const moments: { readonly [C in MomentCode]: (moment: MomentOf<C>) => Phrase } = {
  split: ({ near, far, rest }) => {
    if (!rest) return say`${list(near)} 与 ${list(far)} 之间断开，其他节点和两边都还通。`
    return near.length === 1
      ? say`网络断开：${list(near)} 独自在一边，其余都在另一边。`
      : say`网络断开：${list(near)} 在一边，其余都在另一边。`
  },
  'one-way': ({ from, to }) => say`${host(from)} 发给 ${host(to)} 的一概收不到，反方向还通。`,
  heal: ({ at, old, until }) => {
    if (old === null) return say`网络恢复。`
    if (until === null) return say`网络恢复。直到结束，${host(old)} 仍以为自己是主。`
    return say`网络恢复。此后 ${seconds(until - at)}里，没有谁告诉 ${host(old)} 它已被取代。`
  },
  kill: ({ host: name, primary, stranded, complete }) => {
    if (!primary) return say`${host(name)} 死了。`
    if (stranded > 0) return say`${host(name)} 死了。它返回过 ${code('OK')} 的写入，有 ${times(stranded)}没到任何从节点。`
    return complete ? say`${host(name)} 死了。它返回过 ${code('OK')} 的写入，从节点上都有。` : say`${host(name)} 死了。`
  },
  pause: ({ host: name }) => say`${host(name)} 冻住了：谁也不理，自己却不知道。`,
  resume: ({ host: name }) => say`${host(name)} 醒来，从停下的地方接着干。`,
  start: ({ host: name, role, writes: count, away, successor }) => {
    if (role === 'replica') return say`${host(name)} 重新启动，身份是从节点。`
    if (successor !== null)
      return say`${host(name)} 重新启动，身份仍是主节点，因为它的 ${code('redis.conf')} 里还是这么写的。此时 ${host(successor)} 也是主。`
    const data = count === 0 ? '数据一条不剩' : `从磁盘读回 ${times(count)}写入`
    return say`只过了 ${seconds(away)}，${host(name)} 就回来了，仍是主节点，${data}。`
  },
  command: ({ on, command }) => say`有人在 ${host(on)} 上执行 ${code(command)}。`,
  down: ({ host: name, have, sentinels, silence }) =>
    silence === null
      ? say`${sentinels} 个哨兵里有 ${have} 个认为 ${host(name)} 下线了。`
      : say`${host(name)} 已经 ${seconds(silence)}没有回应，${sentinels} 个哨兵里有 ${have} 个认为它下线了。`,
  'not-elected': ({ sentinel, votesNeeded }) => say`${host(sentinel)} 拿不到所需的 ${votesNeeded} 票，谁也没有被提升。`,
  'no-good-replica': ({ sentinel }) => say`${host(sentinel)} 找不到可以提升的从节点。`,
  promoted: ({ host: name, old, sentinel, goesOn, reachable, missing, acknowledged, passedOver }) => {
    const promotes = sentinel === null ? say`${host(name)} 成为主节点。` : say`${host(sentinel)} 把 ${host(name)} 提升为主。`
    if (goesOn !== null && old !== null) return say`${promotes}${oldPrimaryGoesOn(old, reachable, goesOn === 'open')}`
    if (passedOver !== null) return say`${promotes}看的是 ${code('replica-priority')}；数据更全的 ${host(passedOver)} 落选。`
    if (missing > 0) return say`${promotes}返回过 ${code('OK')} 的写入，它少 ${times(missing)}。`
    return acknowledged > 0 ? say`${promotes}返回过 ${code('OK')} 的写入它都有。` : promotes
  },
  demoted: ({ host: name, of, sentinel, refusing }) => {
    const who = sentinel === null ? say`有人` : say`${host(sentinel)} `
    const demotes = say`${who}让 ${host(name)} 改做 ${host(of)} 的从节点。`
    return refusing ? say`${demotes}它本来就在拒绝写入，现在改为返回 ${code('READONLY')}。` : say`${demotes}从这时起它拒绝写入。`
  },
  'gate-closed': ({ server, good, needed, lag, silent }) => {
    const has = good === 0 ? '一个也没有' : `只有 ${good} 个`
    const wants = say`要求 ${needed} 个合格的从节点，现在${has}，于是拒绝写入：${code('NOREPLICAS')}。`
    if (silent.length === 0) return say`${host(server)} ${wants}`
    return say`${host(server)} 超过 ${seconds(lag, 0)}没有收到 ${list(silent)} 的音讯。它${wants}`
  },
  'gate-open': ({ server, good }) => say`${host(server)} 数到 ${good} 个合格的从节点，放行写入。`,
  erased: ({ hosts, of, lost: count, discarded, empty }) => {
    const copies = empty ? say`${list(hosts)} 从空着回来的 ${host(of)} 全量同步` : say`${list(hosts)} 从 ${host(of)} 全量同步`
    if (count > 0) return say`${copies}，${lost(`抹掉 ${times(count)}已返回 OK 的写入`)}。`
    return hosts.length > 1
      ? say`${copies}，合计丢弃 ${host(of)} 上没有的 ${times(discarded)}写入。`
      : say`${copies}，丢弃 ${host(of)} 上没有的 ${times(discarded)}写入。`
  },
  moved: ({ client, server, forGood }) => say`${host(client)} 找到了 ${host(server)}，${forGood ? '从此' : ''}往那里写。`,
  refused: ({ client, error, count }) =>
    error === 'NOCONN'
      ? say`${host(client)} 找不到可写的主节点，${number(count)} 次写入失败。`
      : say`${host(client)} 收到 ${code(error)}，${number(count)} 次写入被拒绝。`,
  'wait-short': ({ asked, count, times: often }) =>
    say`${code('WAIT')} 要 ${asked} 个，只等到 ${count} 个。返回的是个数，不是错误，写入还在。${often > 1 ? `这样的情况有 ${times(often)}。` : ''}`,
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

const notes: { readonly [C in NoteCode]: (note: NoteOf<C>) => Phrase } = {
  settled: () => say`从节点已连上并追平，哨兵互相认识。`,
  heal: () => say`网络恢复。`,
  partition: ({ groups }) => say`网络断开：${groups.flatMap((part, index) => say`${index === 0 ? '' : ' | '}${list(part)}`)}`,
  cut: ({ from, to }) => say`${host(from)} 到 ${host(to)} 单向不通。`,
  kill: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程被杀掉。`,
  start: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程启动。`,
  pause: ({ host: name, process }) => say`${host(name)} 的 ${process} 进程冻住。`,
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

const kinds: Readonly<Record<Segment['kind'], string>> = {
  primary: '主',
  closed: '主，拒绝写入',
  replica: '从',
  frozen: '冻住',
  down: '停机',
}

const units: Readonly<Record<Unit, (value: string) => string>> = {
  s: (value) => `${value} 秒`,
  ms: (value) => `${value} 毫秒`,
  count: (value) => value,
  perSecond: (value) => `每秒 ${value} 次`,
}

/** 单位只写一次；没有单位的（个数，以及名字里已写明“每秒”的次数），后面接汉字前要空一格。 */
const limits = (unit: Unit, { min, max }: { readonly min: number; readonly max: number }) => {
  const bare = unit === 'count' || unit === 'perSecond'
  const shown = (value: number): string => (bare ? String(value) : units[unit](String(value)))
  return { min: shown(min), max: shown(max), range: `${min} 到 ${shown(max)}${bare ? ' ' : ''}` }
}

/** 演示里的文字。 */
export const demo = {
  number,
  seconds,
  headlines,
  moments,
  notes,
  fates: {
    safe: '已返回 OK，未丢',
    risk: '已返回 OK，有风险',
    lost: '已返回 OK，已丢',
    refused: '被拒绝',
    unanswered: '无回应',
    'no-connection': '无连接',
  },
  kinds,
  lanes: {
    writes: '写入',
    per: (micros: number) => `每格 ${micros / 1_000_000} 秒`,
    twoPrimaries: (count: number, micros: number) => `${count === 2 ? '两个' : `${count} 个`}主节点，${seconds(micros)}`,
    accepting: ({ servers, accepting }: Overlap): string | null => {
      const [first] = accepting
      const both = accepting.reduce((sum, stretch) => sum + (stretch.servers.length > 1 ? stretch.for : 0), 0)
      if (accepting.length > 1) return both === 0 ? '从未同时接受写入' : `其中 ${seconds(both)}都接受写入`
      if (!first || first.servers.length === servers.length) return null
      return first.servers.length === 0 ? '都拒绝写入' : `只有 ${plain(list(first.servers))} 接受写入`
    },
    unsent: '尚未发出',
    howItEnded: '最终结果',
    knownAt: (micros: number) => `${seconds(micros)}时所知`,
    cut: '网络断开',
    tick: (text: string) => `${text} 秒`,
  },
  stage: {
    letters: { primary: 'P', replica: 'R', sentinel: 'S', client: 'C' },
    roles: { primary: '主节点', replica: '从节点', sentinel: '哨兵', client: '客户端' },
    says: (primary: string): Phrase => say`认 ${host(primary)} 为主`,
    suspects: (primary: string): Phrase => say`疑 ${host(primary)} 下线`,
    dead: '已死',
    frozen: '冻住',
    refuses: '拒绝写入',
    answersOk: '返回 OK',
    noAnswer: '没有回应',
    noConnection: '没有连接',
    at: (micros: number) => `${seconds(micros)}时`,
    caption: '消息画得比实际走得慢。',
  },
  alternative: {
    space: '',
    comma: '，',
    timeline: (end: number) => `时间轴，共 ${seconds(end, 0)}。`,
    lane: (server: string, parts: readonly { kind: Segment['kind']; until: number | null }[]) =>
      `${server}：${parts.map(({ kind, until }) => `${kinds[kind]}${until === null ? '' : `，到 ${seconds(until)}`}`).join('；然后是')}。`,
    cut: (from: number, to: number) => `${seconds(from)}到 ${seconds(to)}网络断开。`,
    overlap: (servers: readonly string[], from: number, to: number, accepting: string | null) =>
      `${seconds(from)}到 ${seconds(to)}，${plain(list(servers))} 同时是主${accepting === null ? '' : `，${accepting}`}。`,
    writes: (counts: readonly { fate: string; count: number }[]) =>
      counts.length === 0 ? '没有写入。' : `写入：${counts.map(({ fate, count }) => `${times(count)}${fate}`).join('；')}。`,
    stage: (at: number) => `${seconds(at)}时的集群。`,
    node: (name: string, role: string, says: string) => `${role} ${name}：${says}。`,
    split: (near: readonly string[], far: readonly string[]) => `${plain(list(near))} 与 ${plain(list(far))} 互相不通。`,
    oneWay: (from: string, to: string) => `${from} 到 ${to} 不通。`,
  },
  player: {
    region: (title: string) => `演示：${title}`,
    play: '播放',
    pause: '暂停',
    nextEvent: '下一个事件',
    previousEvent: '上一个事件',
    nextMoment: '下一个关键时刻',
    previousMoment: '上一个关键时刻',
    goTo: (index: number, micros: number) => `关键时刻 ${index}，${seconds(micros)}`,
    scrub: '时间',
    scrubOf: (run: string) => `时间，${run}`,
    speed: '速度',
    span: (micros: number) => (micros < 1_000_000 ? `${micros / 1000} 毫秒` : seconds(micros, 0)),
    speedIs: (text: string) => `播放 1 秒 = 集群 ${text}`,
    seed: (seed: number, sameOutcome: boolean) => (sameOutcome ? `种子 ${seed}：结果相同` : `种子 ${seed}`),
    ofRun: (run: string, sentence: string) => `${run}：${sentence}`,
    otherSeed: '换个种子',
    reset: '重置',
    resetHint: '回到页面原来的配置、种子和时刻',
    noScript: '打开 JavaScript 之后，这张图可以播放、单步，也可以改配置。',
    loading: '正在准备',
    failed: '模拟器没能加载。图里是构建时跑出来的结果。',
    broken: '这个演示出了故障。图里是构建时跑出来的结果。',
    storyboard: '关键时刻',
    legend: '写入的下落',
    proof: '与真实服务器对照',
    sameSettings: '两边的配置相同。',
    reduced: '已减少动态效果，请单步查看。',
  },
  controls: {
    labels: {
      'replication-latency': '复制延迟（单程）',
      'write-rate': '每秒写入次数',
      'wait-replicas': 'WAIT：从节点数',
      'wait-timeout': 'WAIT：超时',
      'heal-after': '网络多久恢复',
      'restart-after': '多久之后重启',
    },
    units,
    suffixes: { s: '秒', ms: '毫秒', count: '', perSecond: '' },
    limits,
    refusals: {
      empty: ({ range }) => `请填 ${range}之间的数。图里仍是上一次的结果。`,
      'not-a-number': ({ range }) => `这不是数。请填 ${range}之间的数；图里仍是上一次的结果。`,
      'not-whole': ({ range }) => `这里只能是 ${range}之间的整数。图里仍是上一次的结果。`,
      'too-small': ({ min }) => `不能小于 ${min}。图里仍是上一次的结果。`,
      'too-large': ({ max }) => `这里不能大于 ${max}。图里仍是上一次的结果。`,
      impossible: () => '这个场景用这个值跑不起来。图里仍是上一次的结果。',
    },
    idle: { 'wait-timeout': '没有 WAIT，也就没有超时。' },
    setting: (name: string, value: string) => `${name} ${value}`,
    noWait: '不用 WAIT',
    and: '，',
  },
  ledger: {
    title: '每一次写入',
    tabs: {
      lost: '丢失',
      risk: '此刻有风险',
      acknowledged: '已返回 OK',
      refused: '被拒绝',
      'no-connection': '无连接',
      unanswered: '无回应',
    },
    none: '没有。',
    key: '键',
    sent: '发出',
    to: '发往',
    answer: '回答',
    fate: '下落',
    noServer: '–',
    pending: '没有',
    waited: (count: number) => `WAIT ${count}`,
    destroyed: (micros: number) => `毁于 ${seconds(micros, 3)}`,
    taken: (micros: number) => `${seconds(micros, 3)}时从主节点上消失`,
    left: (servers: readonly string[]) => `结束时仍在 ${plain(list(servers))} 上`,
    survived: '没有返回 OK，最后却还在',
    goTo: (key: string) => `跳到毁掉 ${key} 的那个事件`,
    list: (tab: string) => `写入：${tab}`,
  },
  log: {
    title: '事件日志',
    traffic: '也列出单条消息',
    network: '网络',
    goTo: (micros: number) => `跳到 ${seconds(micros, 3)}`,
    list: '事件，凡 Redis 自己有日志的都用原文',
  },
} satisfies Words['demo']
