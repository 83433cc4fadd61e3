import type { Reply } from '@/lib/sim/journal'
import { microsSince, sleep } from '../clock'
import type { Cluster } from '../process/cluster'
import { fields } from '../settle'

/** What a source counts: commits that enough replicas acknowledged, and others. */
export interface Counts {
  readonly yesTx: number
  readonly noTx: number
}

/** Counters die with their server, so they are read so long before it is killed. Milliseconds. */
const BEFORE_MS = 30

/** Reads the counters of sources over a run, whatever becomes of them. */
export class SemisyncCounters {
  private readonly read = new Map<string, Counts>()

  constructor(private readonly cluster: Cluster) {}

  /** Reads those of each server that the scenario kills, in time. */
  watch(zero: bigint): void {
    for (const action of this.cluster.scenario.actions) {
      if (!('kill' in action)) continue
      const { host, kinds } = this.cluster.kindsOf(action.kill)
      if (!kinds.includes('mysql')) continue
      void sleep(action.atMs - BEFORE_MS - microsSince(zero) / 1000).then(() => this.add(host))
    }
  }

  /** Over the whole run. */
  async total(): Promise<ReadonlyMap<string, Counts>> {
    await Promise.all(this.cluster.hostsWith('mysql').map((host) => this.add(host)))
    return this.read
  }

  private async add(host: string): Promise<void> {
    const { cluster } = this
    if (cluster.state(host, 'mysql') !== 'running') return
    const { yesTx, noTx } = countsIn(await cluster.query(host, STATUS))
    const before = this.read.get(host) ?? { yesTx: 0, noTx: 0 }
    this.read.set(host, { yesTx: before.yesTx + yesTx, noTx: before.noTx + noTx })
  }
}

const STATUS = "SHOW GLOBAL STATUS LIKE 'Rpl\\_semi\\_sync\\_source\\_%'"

/** Both of a status; none where there was no answer. */
export function countsIn(status: Reply): Counts {
  const known = fields(Array.isArray(status) ? status.flat() : null)
  const count = (name: string) => Number(known.get(`Rpl_semi_sync_source_${name}_tx`) ?? 0)
  return { yesTx: count('yes'), noTx: count('no') }
}
