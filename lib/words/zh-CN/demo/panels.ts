import type * as english from '../../en/demo/panels'

export const panels: typeof english.panels = {
  label: '查看内容',
  tabs: {
    figure: '图',
    moments: '关键时刻',
    conf: '配置',
    ledger: '每次写入',
    log: '日志',
    proof: '真实运行',
  },
  of: (tab, side) => `${tab}：${side}`,
  copy: '复制',
  copied: '已复制',
  copyFailed: '请按 Ctrl+C',
  before: '还没有发生任何事。',
  proof: '同一场景在真实的 Redis 与 Sentinel 上也跑过。那里的结果与模拟器的结果并列在一起。',
}
