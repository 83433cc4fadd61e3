import type * as english from '../en/glossary'

/** 术语表。 */
export const glossary: typeof english.glossary = {
  title: '术语表',
  lede: '本站用到的词是什么意思，旧名叫什么。每个词都有自己的链接，可以直接贴到评审文档里。',
  description:
    '主节点与从节点（master / slave）、脑裂、假死、quorum、偏移量、PSYNC、min-replicas-to-write（旧名 min-slaves-to-write）、WAIT、半同步、红锁、fencing token：一两句话说清每个术语。',
  groups: {
    roles: '有谁参与',
    switching: '故障转移与脑裂',
    replication: '复制',
    guarantees: '配置与保证',
    clients: '客户端与锁',
  },
  entries: {
    primary: {
      name: '主节点',
      also: 'primary，旧称 master，也叫主库；`INFO` 里仍是 `role:master`',
      text: '负责接收写入的节点。它把执行过的每一次写入发给从节点。',
    },
    replica: {
      name: '从节点',
      also: 'replica，旧称 slave，也叫从库、副本；`INFO` 里仍是 `role:slave`',
      text: '复制主节点所执行的命令，比主节点晚一点。可以读；写会被拒绝，返回 `READONLY`。',
    },
    sentinel: {
      name: '哨兵',
      also: 'Sentinel',
      text: '监视主从节点的进程。足够多的哨兵认定主节点下线后，由其中一个把某个从节点提升为新主。客户端向哨兵查询主节点的地址。',
    },
    cluster: {
      name: 'Redis Cluster',
      also: '集群模式',
      text: '把键分到多个主节点上，主节点互相监视，不需要哨兵。连不上多数主节点的主节点会自己停写。',
    },
    gate: {
      name: '写入闸门',
      also: '本站的叫法，指 `min-replicas-to-write` 这项检查',
      text: '每次写入之前，主节点数一数最近有 ACK 的从节点。不够数，闸门就是关的，写入被拒绝，返回 `NOREPLICAS`。',
    },
    seed: {
      name: '随机种子',
      also: 'seed',
      text: '模拟里所有的随机，比如各个定时器的相位，都由这个数生成。种子相同，结果就相同；换一个种子，就是另一种可能的结果。',
    },
    failover: {
      name: '故障转移',
      also: 'failover，故障切换',
      text: '主节点被认定宕机，一个从节点接替它成为新主。这个从节点当时还没收到的写入就丢了。',
    },
    'switch-over': {
      name: '主从切换（计划内）',
      also: '主备切换、手动切换，switch-over',
      text: '主节点好好的，因为要维护而主动换主。旧主还活着，不先让它停写，它就会继续收下注定要丢的写入。',
    },
    promotion: {
      name: '提升与降级',
      also: 'promote / demote',
      text: '提升：从节点变成主节点（`REPLICAOF NO ONE`）。降级：主节点改为复制别的节点，它自己的数据随后被清空。',
    },
    'split-brain': {
      name: '脑裂',
      also: 'split brain，双主',
      text: '同时有两个节点认为自己是主，都在返回 `OK`。旧主被降级之后，它这段时间收下的写入全部作废。',
    },
    partition: {
      name: '网络分区',
      also: 'partition',
      text: '网络被分成两半，互相连不上，但各自都还在工作。没有谁宕机，连接也不一定断开。',
    },
    frozen: {
      name: '假死',
      also: '进程停顿、挂起，`SIGSTOP`',
      text: '进程一段时间内什么都不做：被换出、被挂起，或者虚拟机被暂停。它自己毫无察觉，恢复后接着干，像什么都没发生过。',
    },
    quorum: {
      name: 'quorum',
      also: '法定人数、判定数',
      text: '几个哨兵一致，才认定主节点客观下线。它不是多数派：真正做故障转移，还要拿到全部哨兵半数以上的票。',
    },
    majority: {
      name: '多数派与少数派',
      text: '多数派是全部已知哨兵的半数以上，宕机的也算在分母里。只有多数派能做故障转移，所以分区之后最多只有一侧能换主。',
    },
    'subjectively-down': {
      name: '主观下线',
      also: 'SDOWN，`+sdown`，主观宕机',
      text: '某一个哨兵在 `down-after-milliseconds` 之内没收到有效回复，自己认为它下线了。这只是一家之言，还不会触发任何动作。',
    },
    'objectively-down': {
      name: '客观下线',
      also: 'ODOWN，`+odown`，客观宕机',
      text: '认为主节点下线的哨兵达到 quorum 个。到这一步才开始选举。',
    },
    leader: {
      name: '领头哨兵的选举',
      also: 'leader，选主的第一步',
      text: '故障转移由一个哨兵主持，要先选出来：得票既要过全部哨兵的半数，又不能少于 quorum。',
    },
    epoch: {
      name: '纪元',
      also: 'epoch，配置纪元',
      text: '每次选举加一的编号。哨兵之间的配置有冲突时，纪元高的算数；一个纪元里每个哨兵只投一票。',
    },
    'down-after': {
      name: 'down-after-milliseconds',
      text: '多久没有回复，哨兵就认为它下线，默认 30 秒。调短了，切换快，误切换也多。',
    },
    'replica-priority': {
      name: 'replica-priority',
      also: '旧名 `slave-priority`',
      text: '先提升谁：数字最小的优先，不管它的数据新不新。数字相同才比偏移量；0 表示永不提升。',
    },
    fencing: {
      name: '隔离',
      also: 'fencing，栅栏',
      text: '确保旧主（或锁的旧持有者）再也改不了任何东西。在 Redis 里，能让旧主停写的只有它自己的写入闸门，而且要晚几秒。',
    },
    'asynchronous-replication': {
      name: '异步复制',
      text: '主节点不等从节点，直接给客户端返回结果。Redis 的主从复制只有这一种；`WAIT` 是客户端事后再等。',
    },
    acknowledged: {
      name: '已应答的写入',
      also: '已返回 OK，acknowledged',
      text: '客户端已经收到 `OK` 的写入。只说明有一个节点把它放进了内存，从节点有没有、落没落盘都没说。',
    },
    ack: {
      name: 'ACK',
      also: '副本确认，`REPLCONF ACK`',
      text: '从节点每秒发给主节点一次：复制流执行到哪个偏移量了。说的是过去的事，落后多少都照发。',
    },
    'lost-write': {
      name: '丢失的写入',
      also: '丢数据',
      text: '返回过 `OK`，最后的主节点上却没有。被拒绝的写入不算丢：客户端知道它没成功。',
    },
    'in-flight': {
      name: '在途',
      also: 'in flight',
      text: '已经发出、还没到：在缓冲区里，在链路上，或在对方还没读的 socket 里。发送方整机宕机，在途的就没了。',
    },
    offset: {
      name: '复制偏移量',
      also: 'offset',
      text: '节点在复制流中的位置，单位是字节。主节点的偏移量减去从节点的，就是从节点落后多少。',
    },
    'replication-id': {
      name: '复制 ID',
      also: '`master_replid`、`master_replid2`',
      text: '一段写入历史的名字。从节点被提升时换一个新的，旧 ID 只认到提升那一刻的偏移量。',
    },
    'run-id': {
      name: '运行 ID',
      also: 'runid，`run_id`',
      text: '节点每次启动随机生成的名字。优先级和偏移量都相同时，哨兵提升运行 ID 最小的从节点。',
    },
    psync: {
      name: 'PSYNC',
      text: '从节点请求同步的命令，带着复制 ID 和偏移量问主节点“能不能接着发”。能接上就是部分重同步，接不上就是全量同步。',
    },
    'full-resync': {
      name: '全量同步',
      also: '全量复制，full resync',
      text: '从节点丢掉自己的数据，接收主节点的完整快照。旧主回来时走的就是它，只有旧主才有的写入由此清空。',
    },
    'partial-resync': {
      name: '部分重同步',
      also: '增量同步，partial resync',
      text: '从节点只补上缺的那一段。条件：历史相同，偏移量没有超出那段历史的终点，并且缺的部分还在复制积压缓冲区里。',
    },
    backlog: {
      name: '复制积压缓冲区',
      also: 'backlog，`repl-backlog-size`',
      text: '主节点留着的最近一段复制流，给断线重连的从节点续传用，默认 1 MB。全部从节点共用一份，和每个从节点各自的输出缓冲区是两回事。',
    },
    'output-buffer': {
      name: '输出缓冲区',
      also: '复制缓冲区，`client-output-buffer-limit`',
      text: '还没发给某个客户端或从节点的数据。从节点的上限默认是 256 MB，或者连续 60 秒超过 64 MB，超了主节点就断开连接。',
    },
    'replication-delay': {
      name: '复制延迟',
      text: '从主节点返回 `OK`，到从节点执行完这次写入，要多久。乘上写入速率，就是宕机一次丢多少。',
    },
    lag: {
      name: 'INFO 里的 lag',
      text: '主节点上看到的、距从节点上次 ACK 的秒数。只能说明从节点活着；落后多少，要看偏移量。',
    },
    'min-replicas-to-write': {
      name: 'min-replicas-to-write',
      also: '旧名 `min-slaves-to-write`',
      text: '主节点至少要有几个合格的从节点才接受写入，默认 0，即不要求。它看的是过去的 ACK，从不等待当前这次写入。',
    },
    'max-lag': {
      name: 'min-replicas-max-lag',
      also: '旧名 `min-slaves-max-lag`',
      text: '从节点的上一个 ACK 最多可以是几秒之前的，超过就不算合格。量的是多久没收到 ACK，不是数据落后多少。',
    },
    wait: {
      name: 'WAIT',
      also: 'WAIT 命令',
      text: '阻塞当前连接，直到有这么多从节点执行完这条连接上的写入，或者超时。返回的是个数，不够也不会撤销任何东西。',
    },
    waitaof: {
      name: 'WAITAOF',
      also: '7.2 起',
      text: '和 `WAIT` 类似，数的是已经把写入刷到 AOF 磁盘上的节点，主节点自己和从节点分开数。',
    },
    'semi-sync': {
      name: '半同步复制',
      also: 'MySQL，semi-sync',
      text: '主库等一个从库收到事务之后才答复客户端。到时间没人确认，照样提交，并且退化成异步复制。',
    },
    'after-sync': {
      name: 'AFTER_SYNC',
      also: '增强半同步、无损复制',
      text: '先等从库确认，再提交。从库还没有的行，主库上谁也看不到。',
    },
    'after-commit': {
      name: 'AFTER_COMMIT',
      also: '传统半同步',
      text: '先提交，再等从库确认。等待期间别的会话已经看得到这一行；主库这时宕机、从库接任，这一行又会消失（常说的“幻读”）。',
    },
    persistence: {
      name: '持久化',
      text: '节点写到自己磁盘上、供重启后恢复的数据。对继续当主的节点有用；发生故障转移之后，没人再看旧主的磁盘。',
    },
    aof: {
      name: 'AOF',
      also: '`appendonly`',
      text: '磁盘上的写命令日志。`appendfsync` 决定多久刷一次盘：每轮事件循环、每秒一次，或由操作系统决定。',
    },
    rdb: {
      name: 'RDB',
      also: '快照，`save`',
      text: '某一时刻的全部数据。从它恢复，那一刻之后的写入就没有了。',
    },
    fsync: {
      name: '刷盘',
      also: '落盘，fsync',
      text: '让操作系统真正把数据写进磁盘。没刷盘的数据，进程崩溃还在，断电就没了。',
    },
    rollback: {
      name: '回滚',
      text: '撤销已经做了的事。`WAIT` 和半同步都不会因为确认不够而回滚；旧主上的写入也不是回滚，是整个丢弃。',
    },
    'strong-consistency': {
      name: '强一致',
      also: '线性一致，linearizability',
      text: '一次写入返回成功之后，任何人再读，读到的就是它或更新的值。Redis 无论怎么配都不保证这一点。',
    },
    consensus: {
      name: '共识',
      also: 'Raft、Paxos',
      text: '多个节点对写入的先后达成一致，多数节点有了才答复。所以任何一个节点宕机都收不回已经答复的写入。',
    },
    'rpo-rto': {
      name: 'RPO 与 RTO',
      text: '恢复点目标：出一次故障最多允许丢多少数据。恢复时间目标：最多允许停多久。',
    },
    'stale-read': {
      name: '过期读',
      also: '陈旧读，stale read',
      text: '读到比已应答的写入更旧的值：读了落后的从节点，或者读了还没被降级的旧主。',
    },
    'read-your-writes': {
      name: '读己之写',
      also: 'read-your-writes',
      text: '自己写进去的值，自己一定读得到，不会读到更旧的。读从节点没有这个保证。',
    },
    idempotent: {
      name: '幂等',
      text: '重复执行一次，结果不变。`SET` 整个值是幂等的，`INCR`、`LPUSH` 不是。',
    },
    'distributed-lock': {
      name: '分布式锁',
      text: '用一个键表示谁可以操作某个资源。持有者可能在不知情的时候失去它：租约到期，或者故障转移把这个键弄丢了。',
    },
    lease: {
      name: '租约与看门狗',
      also: 'lease、TTL、watchdog',
      text: '到时间自动失效的锁。看门狗是持有者里的一个线程，活没干完就一直续期。',
    },
    redlock: {
      name: 'RedLock',
      also: '红锁',
      text: '在多个互相独立的主节点中的多数上同时加锁。不依赖复制，但要求各台时钟走得差不多，宕机的节点还要延迟重启。',
    },
    'fencing-token': {
      name: 'fencing token',
      also: '栅栏令牌、围栏令牌',
      text: '每换一个锁的持有者就加大的编号。资源记住见过的最大值，更小的一律拒绝，来晚了的旧持有者就做不了坏事。',
    },
  },
}
