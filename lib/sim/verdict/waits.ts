import type { Run } from '../journal'
import type { Verdict, WriteRecord } from './verdict'

/** The acknowledged writes of workloads that send a `WAIT` behind each, whether it returned or not. */
export function waitedFor({ scenario }: Run, { writes }: Verdict): readonly WriteRecord[] {
  const waiting = scenario.workload
    .filter(({ wait }) => wait !== undefined)
    .map(({ client, command }) => ({ client, key: keyPattern(command) }))
  return writes.filter(
    ({ client, key, fate }) =>
      (fate === 'safe' || fate === 'lost') && waiting.some((workload) => workload.client === client && workload.key.test(key)),
  )
}

/** The keys that a command of the workload can name: `{i}` is any number. */
function keyPattern(command: string): RegExp {
  const [, key = ''] = command.split(' ')
  const parts = key.split('{i}').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('\\d+')}$`)
}
