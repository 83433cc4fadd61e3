import type * as english from '../../en/demo/panels'

export const panels: typeof english.panels = {
  ledger: { title: '每一次写入' },
  log: { title: '事件日志' },
}
