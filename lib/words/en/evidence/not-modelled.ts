import { code, type Phrase, say } from '../../phrase'

export const notModelledLede = say`The simulation follows the source of Redis 7.0, rule by rule, for replication, ${code('WAIT')}, persistence and Sentinel. The rest is left out:`

export const notModelled: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'CPU time',
    text: say`Executing a command or switching roles costs nothing. A server is never too busy to answer. There are no big keys, slow commands, Lua scripts or swapping. A process freezes only when the scenario says so.`,
  },
  {
    title: 'Big data sets',
    text: say`A full resync and a load take a short, fixed time, as if the data set were almost empty. Forking, sending and loading gigabytes is not modelled. There is no ${code('LOADING')}, no ${code('MISCONF')}, no ${code('OOM')} and no eviction.`,
  },
  {
    title: 'Bandwidth and buffers',
    text: say`A link has a latency and jitter, not a bandwidth. Output buffers have no limits: ${code('client-output-buffer-limit')} never drops a replica that falls behind.`,
  },
  {
    title: 'Bytes on their way',
    text: say`What a process has sent, and nobody has received, dies with the process: the latency of a link stands for bytes queued at the sender. On a real network, bytes that have left the host arrive even if the process dies.`,
  },
  {
    title: 'TCP in full',
    text: say`Connections deliver in order, fall silent when cut, resume by Linux’ retransmission timers, and are refused when the process is dead. There is no congestion control, no keepalive and no random packet loss.`,
  },
  {
    title: 'Disks',
    text: say`What was written to the AOF survives a crash of the process; a loss of power takes what was not fsynced. An ${code('fsync')} takes two milliseconds in the background, and none with ${code('appendfsync always')}. The disk is never slow, never full, and never lies.`,
  },
  {
    title: 'Clocks',
    text: say`All hosts share one clock that never jumps. A sentinel enters TILT after being frozen, never because somebody set the clock.`,
  },
  {
    title: 'Chains of replicas',
    text: say`Replicas of replicas replicate, but sentinels only know those of the primary they monitor, and a scenario has one monitored primary.`,
  },
  {
    title: 'Most commands',
    text: say`Clients know ${code('SET')}, ${code('GET')}, ${code('INCR')}, a few commands on sets and lists, ${code('WAIT')} and what operators type in the articles. No transactions, scripts, expiry, blocking reads or ${code('CLIENT PAUSE')}; no ACL, no TLS, no ${code('SHUTDOWN')}: processes end by ${code('SIGKILL')}.`,
  },
  {
    title: 'Most directives',
    text: say`The configuration of a scenario is what its snippet shows. A directive that is not modelled is refused; it is never silently ignored.`,
  },
  {
    title: 'Most of MySQL',
    text: say`A table of keys, ${code('INSERT')} and ${code('SELECT')}, and what replication needs. No ${code('UPDATE')}, no DDL, no ${code('SHUTDOWN')}, no rotation of the binlog, and no loss of what a host had not flushed.`,
  },
  {
    title: 'Lock clients in full',
    text: say`Redisson is modelled by its source, as far as the lock and its ${code('WAIT')} go. Nobody waits for a lock by publish and subscribe, and a client holds one lock at a time.`,
  },
  {
    title: 'Other systems',
    text: say`Redis Cluster and Valkey are not simulated yet. Where an article mentions them, it names its source.`,
  },
]
