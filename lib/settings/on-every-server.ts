import { directiveOf, primaryOf, serversOf, withDirective } from '@/lib/sim/scenario/edit'
import type { SettingRow } from './setting'

/** A directive of `redis.conf` as the primary has it, set on every server: each may become the primary. */
export function onEveryServer(name: 'min-replicas-to-write' | 'min-replicas-max-lag') {
  return {
    file: 'redis.conf',
    read: (scenario) => directiveOf(scenario, primaryOf(scenario), name),
    write: (scenario, value) => withDirective(scenario, serversOf(scenario), name, value),
  } as const satisfies Pick<SettingRow, 'file' | 'read' | 'write'>
}
