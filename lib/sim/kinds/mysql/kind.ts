import type { Kind } from '../../core/model'
import type { ClusterProtocol } from '../protocol'
import type { MysqlSpec } from './spec'

/** A MySQL server. */
export const mysql: Kind<ClusterProtocol, MysqlSpec, { readonly host: string }, null> = {
  name: 'mysql',
  settle(_world, placed) {
    for (const { place } of placed) place.state = { host: place.host }
  },
  announce: () => {},
  started: (_world, { host }) => ({ host }),
  files: () => null,
  on: {},
  timers: {},
  opened: () => {},
  closed: () => {},
}
