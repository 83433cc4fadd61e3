import type { en as english } from '../en'

export const durability: (typeof english)['durability'] = {
  caption: '每一格都是构建这个页面时跑的一次模拟：丢了几条，共几条。后一个数小，说明确认过的少：每一条都要等刷盘。',
  failure: '发生了什么',
  ofAcknowledged: '返回过 OK 的写入里',
  ofConfirmed: '命令确认过的写入里',
  of: (all) => `/ ${all}`,
  failures: {
    killed: '主节点进程被 kill，半秒后拉起',
    power: '主节点所在机器断电，没人发现就恢复了',
    'power-all': '全部机器断电，之后都恢复，主节点最先',
    gone: '主节点那台机器再没回来，两个从节点都落后 100 毫秒',
    'wrong-replica': '提升错了从节点',
    'split-brain': '脑裂',
  },
  aof: {
    none: '不开 AOF',
    'on-replicas': '只有从节点开 AOF',
    everysec: 'AOF everysec',
    always: 'AOF always',
  },
}
