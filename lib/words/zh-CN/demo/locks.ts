import type * as english from '../../en/demo/locks'
import { code, host, say, strong } from '../../phrase'
import { number } from '../counted'
import { demo } from '.'
import { seconds } from './pieces'

export const own: typeof english.own = {
  is: { asks: '在抢锁', owns: '持有锁', left: '放手了' },
  thinks: '自认为持有',
  leaseOver: '租期已到',
  key: (owner) => `${owner} 的锁`,
  noKey: '没有锁',
  token: (token) => `token ${number(token)}`,
  resource: {
    unfenced: ['不检查 token'],
    noToken: ['还没有 token'],
    largest: (token) => [`最大 token：${number(token)}`],
    writes: (taken, refused) =>
      refused === 0
        ? [`接受 ${number(taken)} 次写入`, `接受 ${number(taken)} 次`]
        : [`接受 ${number(taken)} 次，拒绝 ${number(refused)} 次`, `接受 ${number(taken)}，拒绝 ${number(refused)}`],
    staleTaken: (count) => [`其中过期 ${number(count)} 次`],
    staleRefused: (count) => [`拒绝过期 ${number(count)} 次`],
  },
}

export const locks: typeof english.locks = {
  ...demo,
  stage: { ...demo.stage, roles: { ...demo.stage.roles, resource: '资源' } },
  kinds: { ...demo.kinds, owner: '持有者', overdue: '租期已到', without: '未持有' },
  lanes: { ...demo.lanes, twoPrimaries: (_, micros) => `两个持有者并存 ${seconds(micros)}` },
  alternative: {
    ...demo.alternative,
    overlap: (clients, from, to, accepting) =>
      demo.alternative.overlap(clients, from, to, accepting).replace('同时是主', '都认为锁是自己的'),
  },
  headlines: {
    ...demo.headlines,
    'two-owners': ({ owners: [first, second], micros, stale }) => {
      const both = say`${host(first)} 和 ${host(second)} ${strong(`同时持有这把锁 ${seconds(micros)}`)}`
      return stale === 0 ? say`${both}。` : say`${both}，${strong(`过期持有者的 ${number(stale)} 次写入被资源接受`)}。`
    },
    fenced: ({ owners: [first, second], micros, stale }) =>
      say`${host(first)} 和 ${host(second)} 同时持有这把锁 ${seconds(micros)}，但${strong(`过期持有者的 ${number(stale)} 次写入全被资源拒绝`)}。`,
    'one-owner': ({ orphaned }) =>
      orphaned === 0
        ? say`锁始终只有一个持有者。`
        : say`锁始终没有两个持有者；但有 ${strong(seconds(orphaned))}没有持有者，谁也拿不到。`,
    'no-owner': () => say`谁也没拿到锁。`,
  },
  moments: {
    ...demo.moments,
    'lock-granted': ({ host: name, token, other }) => {
      const got = say`${host(name)} 拿到锁${token === null ? '' : `，token 是 ${token}`}。`
      return other === null ? got : say`${got}${host(other)} 仍认为锁是自己的：${strong('两个持有者')}。`
    },
    unsynced: ({ host: name }) => say`确认的从节点不够，${host(name)} 的 ${code('lock()')} 抛异常。`,
    'not-renewed': ({ host: name, gone, stops, told }) => {
      if (told) return say`${host(name)} 收到通知：锁没了。`
      const what = gone ? say`${host(name)} 要续期，锁已经不是它的了。` : say`${host(name)} 续期，确认的从节点不够。`
      return stops ? say`${what}从此不再续期，应用不知道。` : what
    },
    'owner-stands': ({ host: name }) => say`${host(name)} 假死，租期照走。`,
    'owner-wakes': ({ host: name }) => say`${host(name)} 恢复，接着往下走。`,
    'late-write': ({ from, resource, token, taken }) =>
      say`锁已易主，${host(from)} 还在写${token === null ? '' : `（token ${token}）`}，${host(resource)} ${strong(taken ? '接受了' : '拒绝了')}。`,
    end: ({ primary }) => (primary === null ? say`运行结束。` : say`运行结束，主节点是 ${host(primary)}。`),
  },
}

export const redlock: typeof english.redlock = { ...locks, stage: { ...locks.stage, noConnection: '每台都去加锁' } }
