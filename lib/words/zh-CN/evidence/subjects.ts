import type * as english from '../../en/evidence/subjects'

export const subjects: typeof english.subjects = {
  crash: {
    title: '主节点宕机',
    about: '主节点被 kill，从节点被提升；还没传到新主的写入就丢了。',
  },
  partition: {
    title: '网络断开，旧主回来',
    about: '被隔离的主节点照样返回 OK；等它回来就被降级，隔离期间收下的写入全部作废。',
  },
  gate: {
    title: '写入闸门：min-replicas-to-write',
    about:
      '配了 min-replicas-to-write（旧名 min-slaves-to-write），最近有 ACK 的从节点不够数，主节点就拒绝写入。闸门什么时候关，什么时候关不上，关上之前放过了多少。',
  },
  wait: {
    title: 'WAIT',
    about: '从节点变慢、假死、断网时，WAIT 返回多少；故障转移之后，那条写入还在不在。',
  },
  election: {
    title: '哨兵够不够数',
    about: '故障转移要拿到全部哨兵（宕机的也算在分母里）的多数票，而且不能少于 quorum。哪些部署凑得够，哪些凑不够。',
  },
  promotion: {
    title: '提升谁，谁跟上',
    about: '优先级先于复制偏移量，落后的从节点也可能被提升；其余从节点跟上新主，可以一个一个来，也可以几个一起。',
  },
  switch: {
    title: '手动切换',
    about: '用 SENTINEL FAILOVER 或 FAILOVER 手动切换，切换期间客户端照常写入。',
  },
  return: {
    title: '重启与重新同步',
    about: '服务器重启，数据在或者不在；或者链路断了一下。之后还剩什么数据，PSYNC 是全量还是增量。',
  },
  disks: {
    title: '刷盘与断电',
    about: '一台机器断电，或者全部断电，带着磁盘上的数据回来。fsync、WAIT、WAITAOF 承诺过什么，最后剩下什么。',
  },
  semisync: {
    title: 'MySQL 半同步复制',
    about: '主库等从库把事务写进 relay log，最多等到超时。客户端读到什么，别的会话这时看得到什么，提升从库之后还剩下什么。',
  },
  mysql: {
    title: 'MySQL：运维执行的语句',
    about: '客户端写入的时候，在 MySQL 上执行语句：read_only 与 super_read_only，以及用 KILL 断开一个提交还在等的客户端。',
  },
  locks: {
    title: '分布式锁',
    about: '客户端在一主两从上加锁：SET NX、Redisson 发出的命令。谁拿到锁，能用多久，会不会两个客户端同时拿着。',
  },
  redlock: {
    title: '红锁与联锁',
    about:
      '锁加在几台互相独立的服务器上：按规范写的红锁、原样运行的 npm 包 redlock、RedissonMultiLock 与 RedissonRedLock 发出的命令。',
  },
  clients: {
    title: '客户端怎么做',
    about: '地址写死的客户端、没有返回就重发的客户端、从从节点读数据的客户端。',
  },
}

export const subjectPage: typeof english.subjectPage = (title) => `${title}：真机与模拟对照`
