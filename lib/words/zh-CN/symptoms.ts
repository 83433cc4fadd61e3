import type * as english from '../en/symptoms'

/** 按症状查。 */
export const symptoms: typeof english.symptoms = {
  title: '症状',
  question: '你遇到了什么？',
  lede: '一条报错，或者一个不该出现的现象。每一条都指向讲它的那一节。',
  description:
    'NOREPLICAS、READONLY、FATAL CONFIG FILE ERROR、-failover-abort-not-elected、None of slaves were synced、双主、主从切换后数据丢失、WAIT 返回 0：各是什么意思，去哪里看。',
  all: '全部症状',
  told: {
    noreplicas: {
      sign: '每次写入都报错',
      means: '主节点最近没收到足够多从节点的 ACK，`min-replicas-to-write` 让它拒绝写入。读不受影响。',
    },
    readonly: {
      sign: '主从切换之后',
      means: '客户端还连着旧主，而旧主已经成了从节点。',
    },
    'two-primaries': {
      sign: '两个节点都是 `role:master`（双主）',
      means: '脑裂。旧主从现在起收下的写入都会丢。',
    },
    'gone-after-failover': {
      sign: '写入返回了 `OK`，主从切换之后数据没了',
      means: '它还没到被提升的那个从节点。会丢多少，事先算得出来。',
    },
    'wait-too-few': {
      sign: '`WAIT` 返回 1，或者 0',
      means: '确认的从节点不够数。写入没有撤销，以后可能还在，也可能丢。',
    },
    'all-empty': {
      sign: '重启之后，主从节点的数据全没了',
      means: '主节点没带数据就回来了，抢在故障转移之前，从节点把这份空库同步了过去。',
    },
    'fatal-conf': {
      sign: '`redis-server` 启动时',
      means: '`redis.conf` 里有一行不是配置，多半是复制片段时带进来的。',
    },
    'not-elected': {
      sign: '哨兵日志',
      means: '够数判定客观下线，但剩下的哨兵选不出 leader，没法切换。',
    },
    'none-synced': {
      sign: 'Redisson 报错',
      means: '到时间没有从节点确认这把锁。把检查关掉，就可能有两个客户端同时持锁。',
    },
    'full-resync': {
      sign: '主节点日志',
      means: '回来的节点带着新主不认识的历史，`PSYNC` 接不上，它的数据马上会被换掉。',
    },
    'still-accepting': {
      sign: '网络恢复了，旧主还在收写入',
      means: '要再过十秒左右，哨兵才把它降级。这段时间的写入也会丢。',
    },
    'lost-by-switching': {
      sign: '计划内手动切换，丢了好几秒的数据',
      means: '`SENTINEL FAILOVER` 不会让健康的主节点停写。换个步骤，可以一条不丢。',
    },
    'wrong-replica': {
      sign: '`WAIT` 确认过的写入，切换之后没了',
      means: '被提升的是另一个从节点。',
    },
    'lag-zero': {
      sign: '`lag=0`，从节点却落后很多',
      means: '`lag` 是距上次 ACK 的秒数。要比偏移量。',
    },
    unblocked: {
      sign: '`WAIT` 报错',
      means: '等待期间，这个节点被降级了。写入结果未知。',
    },
    'noreplicas-after-failover': {
      sign: '主从切换之后，写入全部报 `NOREPLICAS`',
      means: '新主的从节点还不够数，一般一秒左右就好。',
    },
    'counter-backwards': {
      sign: '计数器的值变小了',
      means: '被提升的从节点没有最后几次自增。',
    },
    'job-twice': {
      sign: '任务执行了两次，或者不见了',
      means: '应答丢了，客户端重试；或者入队的那次写入丢了。',
    },
    'stale-read': {
      sign: '刚写的值读不到',
      means: '读到了落后的从节点，或者旧主。',
    },
    'semi-sync-off': {
      sign: 'MySQL 主库的错误日志里',
      means: '半同步超时，已退化为异步：正在等的客户端都收到了 `OK`，直到从库追上才恢复。',
    },
    kubernetes: {
      sign: 'K8s 里重启 Pod 之后出现双主',
      means: '新 Pod 以主节点身份、用哨兵不认识的地址启动了。',
    },
  },
}
