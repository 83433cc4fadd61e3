import { readConf } from '../../scenario/directives'
import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { SENTINEL_DIRECTIVES } from './conf'
import type { SentinelSpec } from './spec'

export function readSentinel(field: Field): SentinelSpec {
  const { monitor, quorum, conf } = field.members(['monitor', 'quorum', 'conf'])
  return {
    monitor: monitor.text('the name of a host'),
    quorum: quorum.whole({ min: 1, max: 1000, unit: 'sentinels' }),
    conf: readConf(conf, SENTINEL_DIRECTIVES),
  }
}

/** All sentinels watch the same server, which begins as a primary: it is called `m`. */
export function checkMonitoring(hosts: Hosts): void {
  let first: { readonly sentinel: string; readonly monitor: string } | null = null
  for (const [name, { sentinel }] of Object.entries(hosts)) {
    if (sentinel === undefined) continue
    const monitor = new Field(sentinel.monitor, `hosts.${name}.sentinel.monitor`)
    readHostName(monitor, hosts, 'redis')
    const followed = hosts[sentinel.monitor]?.redis?.replicaOf
    if (followed !== undefined) monitor.fail(`${sentinel.monitor} is a replica of ${followed}; expected a primary`)
    first ??= { sentinel: name, monitor: sentinel.monitor }
    if (sentinel.monitor !== first.monitor) {
      monitor.fail(`${first.sentinel} monitors ${first.monitor}; expected the same primary for all sentinels`)
    }
  }
}
