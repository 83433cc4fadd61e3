import type { MysqlSpec } from '@/lib/sim/kinds/mysql/spec'
import type { Endpoint } from '../writer/connection'
import { MARIADB_COMMON, mariadbLine } from './mariadb'
import type { Mysqld } from './mysqld'

/** Identifies a server in GTIDs. */
export function uuidOf(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`
}

/** The `my.cnf` of a server: which it is, from 1, in what folder and at what address. */
export function myCnf(
  number: number,
  { replicaOf, conf }: MysqlSpec,
  home: string,
  { address, port }: Endpoint,
  name: Mysqld['name'] = 'MySQL',
): string {
  const { common, line } = OWN[name]
  const lines = [
    '[mysqld]',
    `server_id=${number}`,
    `bind_address=${address}`,
    `port=${port}`,
    `report_host=${address}`,
    `log_error=${home}/mysql.log`,
    `datadir=${home}/data`,
    `socket=${home}/socket`,
    `pid_file=${home}/pid`,
    ...COMMON,
    ...common,
    ...(replicaOf === undefined ? [] : [line('super_read_only', 'ON')]),
    ...Object.entries(conf).map(([variable, value]) => line(variable, value)),
  ]
  return `${lines.join('\n')}\n`
}

const COMMON = [
  'user=root',
  'secure_file_priv=',
  'skip_name_resolve=ON',
  'innodb_buffer_pool_size=32M',
  'log_bin=binlog',
  'relay_log=relay',
  'sync_binlog=1',
  'innodb_flush_log_at_trx_commit=1',
]

const MYSQL_COMMON = [
  'mysqlx=OFF',
  // Nobody may wait for a certificate to be made.
  'auto_generate_certs=OFF',
  'caching_sha2_password_auto_generate_rsa_keys=OFF',
  'plugin_load_add=semisync_source.so',
  'plugin_load_add=semisync_replica.so',
  'gtid_mode=ON',
  'enforce_gtid_consistency=ON',
  'log_error_verbosity=3',
  'log_timestamps=UTC',
]

/** What a server of each name is told beside that, and how it is told a variable. */
const OWN = {
  MySQL: { common: MYSQL_COMMON, line: (name: string, value: string | number) => `${name}=${value}` },
  MariaDB: { common: MARIADB_COMMON, line: mariadbLine },
} as const
