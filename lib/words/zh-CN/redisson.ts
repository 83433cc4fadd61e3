import type * as english from '../en/redisson'

export const redisson: typeof english.redisson = {
  head: ['版本（起）', '等谁', '两个从节点只有一个确认', '一个都没确认', '续期时一个都没确认'],
  since: { first: '最早', version: (version) => version },
  count: {
    none: '谁也不等',
    list: '客户端自己的从节点列表',
    asked: 'connected_slaves，每次都问',
    kept: 'connected_slaves，问一次就缓存',
  },
  granted: {
    granted: '加锁成功',
    stuck: '抛异常，键留 30 秒',
    undone: '撤销，抛异常',
    retried: '撤销，重试',
  },
  watchdog: {
    ends: '看门狗停了',
    'goes-on': '下次接着续',
  },
}
