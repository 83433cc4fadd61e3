export { LedgerPanel } from '@/components/demo/panels/ledger-panel'
export { LogPanel } from '@/components/demo/panels/log-panel'
export { lists } from '@/lib/words/en/demo/lists'
