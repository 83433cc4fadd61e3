import type { FailureName } from '@/lib/durability/failures'
import type { Measure } from '@/lib/durability/measures'

/** Which failure takes what, by what the servers keep on their disks and what the client waits for. */
export const durability = {
  caption:
    'Each cell is a run, simulated when this page was built: how many writes were lost, and of how many. Where the second number is small, few writes were confirmed: each had to wait for disks.',
  failure: 'what happens',
  ofAcknowledged: 'of the writes answered OK',
  ofConfirmed: 'of the writes that the command confirmed',
  of: (all: string) => `of ${all}`,
  failures: {
    killed: 'The primary’s process is killed, and is back in half a second',
    power: 'The primary’s machine loses its power, and is back before anyone has noticed',
    'power-all': 'Every machine loses its power; all come back, the primary first',
    gone: 'The primary’s machine never comes back; both replicas are 100 ms behind',
    'wrong-replica': 'The wrong replica is promoted',
    'split-brain': 'Split brain',
  } satisfies Readonly<Record<FailureName, string>>,
  aof: {
    none: 'no AOF',
    'on-replicas': 'AOF on the replicas only',
    everysec: 'AOF everysec',
    always: 'AOF always',
  } satisfies Readonly<Record<Measure['aof'], string>>,
}
