import type * as english from '../../en/demo/panels'

export const panels: typeof english.panels = {
  label: '查看内容',
  tabs: {
    figure: '图',
    moments: '关键时刻',
    conf: '配置',
    ledger: '每次写入',
    log: '日志',
    proof: '真机对照',
  },
  before: '还什么都没发生。',
}
