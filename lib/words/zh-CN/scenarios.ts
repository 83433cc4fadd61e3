import type { ScenarioName } from '@/content/scenarios'

/** 每个场景的名字。 */
export const scenarios: Readonly<Record<ScenarioName, string>> = {
  'empty-restart': '空着重启',
  'gate-closed': '要求两个从节点',
  'gate-hole': '闸门上的洞',
  'healthy-crash': '网络正常时主节点宕机',
  'late-but-talking': '落后，但还在出声',
  'manual-failover': '手动故障转移',
  'minority-sentinel': '少数派里的哨兵',
  'old-primary-restarts': '旧主重启',
  'priority-over-offset': '优先级压过数据',
  'slow-link-crash': '慢链路上的崩溃',
  'slow-link-crash-aof': '同一次崩溃，开了 AOF',
  'slow-link-crash-wait': '同一次崩溃，加上 WAIT',
  'split-brain': '脑裂',
  'split-brain-gated': '脑裂，有闸门',
  'two-sentinels': '两个哨兵',
  'wait-one-of-two': '两个里的一个',
  'wait-wrong-replica': '提升错了从节点',
}
