import { code, type Phrase, say } from '../../phrase'

export const notModelledLede = say`The simulation follows the source of Redis 7.0, rule by rule, for replication, ${code('WAIT')}, persistence and Sentinel. It leaves out the rest:`

export const notModelled: readonly { readonly title: string; readonly text: Phrase }[] = [
  {
    title: 'CPU time',
    text: say`Executing a command or switching roles costs nothing. A server is never too busy to answer; big keys, slow commands, Lua scripts and swapping do not exist. A frozen process is frozen by a fault of the scenario.`,
  },
  {
    title: 'Big data sets',
    text: say`A full resync of a data set and its load take a fixed short time, as for an almost empty one. Fork, transfer and load of gigabytes do not. There is no ${code('LOADING')}, no ${code('MISCONF')}, no ${code('OOM')} and no eviction.`,
  },
  {
    title: 'Bandwidth and buffers',
    text: say`A link has a latency and jitter, not a bandwidth. Output buffers have no limits: ${code('client-output-buffer-limit')} never drops a replica that falls behind.`,
  },
  {
    title: 'Bytes on their way',
    text: say`What a process has sent and nobody has received dies with it: the latency of a link stands for what queues on the sender’s side. On a real wire, bytes that have left the host survive its process.`,
  },
  {
    title: 'TCP in full',
    text: say`Connections are in order, silent when cut, resumed by Linux’ retransmission timers, refused when the process is dead. There is no congestion control, no keepalive and no random packet loss.`,
  },
  {
    title: 'Disks',
    text: say`What the AOF was given survives the death of the process. The power never fails, the AOF’s ${code('fsync')} costs nothing, the disk is never full, and ${code('WAITAOF')} is unknown.`,
  },
  {
    title: 'Clocks',
    text: say`All hosts share one clock that never jumps. Sentinels enter TILT when they were frozen, not because somebody set the time.`,
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
    text: say`The configuration of a scenario is what its snippet shows. A directive that is not modelled is refused; it is never ignored in silence.`,
  },
  {
    title: 'Other systems',
    text: say`Redis Cluster, Valkey, MySQL’s semi-synchronous replication and lock algorithms are not simulated yet. Where an article speaks of them, it says from which source.`,
  },
]
