import type * as english from '../../en/evidence/not-modelled'
import { code, say } from '../../phrase'

export const notModelledLede: typeof english.notModelledLede = say`模拟器在复制、${code('WAIT')}、持久化和 Sentinel 这几块，对照 Redis 7.0 源码逐条实现。其余的没有做：`

export const notModelled: typeof english.notModelled = [
  {
    title: 'CPU 时间',
    text: say`执行命令、切换角色都不花时间。服务器不会忙到顾不上响应；没有大键、慢命令、Lua 脚本，也没有 swap。进程假死，只能是场景安排的故障。`,
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
    text: say`进程已经发出、对方还没收到的字节，会随进程一起丢失：链路延迟代表的是积压在发送方的队列。真实网络里，已经离开主机的字节不受进程是否存活影响。`,
  },
  {
    title: '完整的 TCP',
    text: say`连接保证顺序，断网时没有响应，网络恢复后按 Linux 的重传定时器续上，对方进程不在了就被拒绝。没有拥塞控制，没有 keepalive，也不随机丢包。`,
  },
  {
    title: '磁盘',
    text: say`写进 AOF 的内容，进程崩溃后也还在；断电则丢掉还没 ${code('fsync')} 的部分。后台 ${code('fsync')} 一律算两毫秒，${code('appendfsync always')} 的不耗时。磁盘不会慢，不会满，也不会没落盘却说落盘了。`,
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
    text: say`客户端会用 ${code('SET')}、${code('GET')}、${code('INCR')}、少数集合与列表命令、${code('WAIT')}，以及文章里运维敲的那些命令。没有事务、脚本、过期、阻塞读和 ${code('CLIENT PAUSE')}；没有 ACL、TLS，也没有 ${code('SHUTDOWN')}：进程只会被 ${code('SIGKILL')}。`,
  },
  {
    title: '大多数配置项',
    text: say`场景的配置就是配置片段里写的那些。没有模拟的配置项会直接报错，不会悄悄忽略。`,
  },
  {
    title: 'MySQL 的大部分',
    text: say`只有一张主键表，会 ${code('INSERT')}、${code('SELECT')} 和复制要用的语句。没有 ${code('UPDATE')}、DDL 和 ${code('SHUTDOWN')}，binlog 不轮转，也不模拟主机没刷盘的数据丢失。`,
  },
  {
    title: '锁客户端的全部',
    text: say`Redisson 按源码模拟，只到加锁和它的 ${code('WAIT')} 为止。不模拟靠发布订阅等锁；一个客户端同时只持一把锁。`,
  },
  {
    title: '其他系统',
    text: say`Redis Cluster 和 Valkey 还没有模拟。文章提到它们的地方，都注明了出处。`,
  },
]
