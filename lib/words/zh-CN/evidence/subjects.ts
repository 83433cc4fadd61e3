import type * as english from '../../en/evidence/subjects'

export const subjects: typeof english.subjects = {
  crash: '主节点崩溃',
  partition: '网络断开，旧主回来',
  gate: '写入闸门：min-replicas-to-write',
  wait: 'WAIT',
  election: '哨兵够不够数',
  promotion: '提升谁，谁跟上',
  switch: '手动切换',
  return: '重启与重新同步',
}
