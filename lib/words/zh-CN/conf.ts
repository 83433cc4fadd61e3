import type * as english from '../en/conf'

export const conf: typeof english.conf = {
  comments: {
    defaults: '未做任何设置：所有配置项取默认值。',
    'min-replicas-to-write': '每次写入之前检查，不会等待本次写入完成复制。',
    'min-replicas-max-lag': '距从节点上次发来 ACK 的秒数，不是它落后多少数据。',
    'replica-priority': '数值小的优先提升，不看谁的数据新；0 表示永不提升。',
    'repl-ping-replica-period': '复制流中 PING 的间隔（秒）。',
    'repl-timeout': '复制连接超过这个秒数没有数据就断开。',
    'repl-backlog-size': '为断线重连的从节点保留多少复制流。',
    'repl-backlog-ttl': '没有从节点超过这个秒数就释放积压缓冲区；0 表示不释放。',
    'repl-diskless-sync': '无盘全量同步：直接走 socket，开始前先等一会儿，凑齐其他从节点。',
    aof: '进程崩溃后数据还在；发生故障转移后就没用了。',
    appendfsync: '每次写入都先刷到本机磁盘，再返回 OK。',
    snapshots: '崩溃后回到最近一次 RDB 快照：秒数、修改次数……',
    'no-persistence': '不落盘：重启之后是空库。',
    hostnames: '像演示里那样使用主机名；直接写 IP 时不需要这一行。',
    quorum: '最后一个数字是 quorum：几个哨兵同意才算客观下线（ODOWN）。',
    'down-after-milliseconds': '无响应超过多少毫秒，本哨兵判定对方主观下线（SDOWN）。',
    'failover-timeout': '一次故障转移失败后，要过两倍于此的毫秒数才会再试。',
    'parallel-syncs': '同一时间有几个从节点切换到新主节点。',
    'master-reboot-down-after-period': '主节点重启后超过这个毫秒数还未就绪，就判定下线。',
  },
  scope: {
    servers: '每个可能成为主节点的节点',
    sentinels: '每个哨兵',
    host: (host: string) => `${host} 上`,
  },
}
