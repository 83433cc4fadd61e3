import type { LedgerTab } from '@/lib/reading/lists/ledger'
import { plain } from '../../phrase'
import { list, seconds } from './pieces'

/** Every write, and what became of it. */
export const ledger = {
  tabs: {
    lost: 'lost',
    risk: 'at risk now',
    acknowledged: 'acknowledged',
    refused: 'refused',
    'no-connection': 'no connection',
    unanswered: 'unanswered',
  } satisfies Readonly<Record<LedgerTab, string>>,
  none: 'None.',
  noServer: '–',
  pending: 'none',
  waited: (count: number) => `WAIT ${count}`,
  destroyed: (micros: number) => `lost at ${seconds(micros, 3)}`,
  /** Taken from the primary while others still have it. */
  taken: (micros: number) => `erased from the primary at ${seconds(micros, 3)}`,
  left: (servers: readonly string[]) => `still on ${plain(list(servers))} when the run ends`,
  survived: 'never acknowledged, yet there at the end',
  /** `what` is what happened to the write and when, as it is shown. */
  goTo: (key: string, what: string) => `${key} ${what}: go there`,
  follow: (key: string) => `Follow ${key}`,
  list: (tab: string) => `Writes: ${tab}`,
}
