import type { CommitRuns } from '@/lib/commits/commits'
import type { en as english } from '../en'

const ms = (value: number) => `${value.toFixed(1)} 毫秒`

export const commits: (typeof english)['commits'] = {
  caption: (client, replica) =>
    `同一次写入，四种提交方式。单向延迟：到从库 ${replica} 毫秒，到客户端 ${client} 毫秒。图上每一处都取自模拟运行。`,
  names: {
    async: 'Redis，异步',
    wait: 'Redis，WAIT 1',
    'after-sync': 'MySQL，AFTER_SYNC',
    'after-commit': 'MySQL，AFTER_COMMIT',
  },
  lanes: {
    client: '客户端 c1',
    source: (host) => `${host}（主）`,
    replica: (host) => `${host}（从）`,
    reads: (host) => `读 ${host}`,
  },
  marks: {
    ok: 'OK',
    counted: 'WAIT 返回 1',
    executed: '执行',
    binlog: '写 binlog',
    binlogAndCommit: '写 binlog、提交',
    waits: '等 ACK',
    commit: '提交',
    relayed: 'relay log，再回放',
    acknowledged: 'ACK',
  },
  key: '每个点是在这台服务器上的一次读，每毫秒一次：实心表示读到了这一行。',
  choose: '被写入的那台服务器宕机：',
  never: '不宕机',
  deaths: {
    unwritten: 'MySQL 还没写 binlog',
    sent: '正发往从库',
    relayed: '从库已收到',
    applied: '从库已回放',
    answered: '各方都已应答',
  },
  death: (at, name) => `第 ${ms(at)}：${name}`,
  tick: (at) => `${at} 毫秒`,
  space: '',
  colon: '：',
  told: ({ source, replica, phases: { answered, counted, committed, applied } }) => {
    const also = counted === null ? '' : `，${ms(counted)}后 WAIT 返回 1`
    return `客户端 ${ms(answered)}后收到 OK${also}。${sights([
      { host: source, at: committed },
      { host: replica, at: applied },
    ])}`
  },
  matrix:
    '每一次宕机的结果。已发出、对方还没收到的，随宕机一起丢。一两秒后人工提升从库，这时它已把收到的都回放完；之后旧主重启，挂到新主下面。',
  when: '宕机时刻',
  fates: {
    kept: '保住了。',
    lost: '丢了：回过 OK，却没了。',
    vanished: '没了，可别人已经读到过（幻读）。',
    gone: '没了，但没有人被告知过。',
  },
  answers: {
    nothing: '客户端没收到应答。',
    ok: '客户端收到了 OK。',
    counted: '客户端收到了 OK，WAIT 也返回了 1。',
    uncounted: '客户端收到了 OK，WAIT 没有返回。',
  },
  seen: {
    nowhere: () => '没有人读到过。',
    source: (source) => `当时在 ${source} 上能读到。`,
    replica: (_, replica) => `当时只在 ${replica} 上能读到。`,
    both: (source, replica) => `当时在 ${source} 和 ${replica} 上都能读到。`,
  },
  old: (fate, old, source) => {
    if (fate === 'kept') return ''
    return old ? `${source} 回来后仍有这一行。` : `${source} 回来后也没有。`
  },
}

function sights(places: readonly { readonly host: CommitRuns['source']; readonly at: number }[]): string {
  const told = places.toSorted((a, b) => a.at - b.at).map(({ host, at }) => `${ms(at)}后在 ${host} 上`)
  return `别人 ${told.join('、')}能读到。`
}
