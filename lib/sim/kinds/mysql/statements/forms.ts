import { Field } from '../../../scenario/field'
import { checkMysql } from '../../../scenario/host-names'
import { currentName, readVariable } from '../read'
import type { StatementForm } from './form'

/** A row of the table `t`, whose one column is its primary key `id`. */
export const INSERT: StatementForm = {
  usage: 'INSERT INTO t VALUES (number)',
  pattern: /^INSERT INTO t VALUES ?\(((?:\d|\{i\}){1,15})\)$/i,
  examples: ['INSERT INTO t VALUES ({i})', 'INSERT INTO t VALUES (7{i})'],
  written: ([, id]) => `INSERT INTO t VALUES (${id})`,
}

/** Every statement that a server knows, in the order in which messages name them. */
export const STATEMENTS: readonly StatementForm[] = [
  INSERT,
  {
    usage: 'SELECT COUNT(*) FROM t',
    pattern: /^SELECT COUNT\(\*\) FROM t$/i,
    examples: ['SELECT COUNT(*) FROM t'],
    written: () => 'SELECT COUNT(*) FROM t',
  },
  {
    usage: 'SELECT * FROM t WHERE id=number',
    pattern: /^SELECT (?:\*|id) FROM t WHERE id=(\d{1,15})$/i,
    examples: ['SELECT * FROM t WHERE id=3'],
    written: ([, id]) => `SELECT * FROM t WHERE id=${id}`,
  },
  {
    usage: "SHOW STATUS LIKE 'Rpl_semi_sync%'",
    pattern: /^SHOW (?:GLOBAL )?STATUS LIKE (['"])(Rpl_semi_sync[\w%]*)\1$/i,
    examples: ["SHOW STATUS LIKE 'Rpl_semi_sync%'"],
    written: ([, , like = '']) => `SHOW STATUS LIKE '${currentName(like)}'`,
  },
  {
    usage: 'SHOW REPLICA STATUS',
    pattern: /^SHOW (?:REPLICA|SLAVE) STATUS$/i,
    examples: ['SHOW REPLICA STATUS'],
    written: () => 'SHOW REPLICA STATUS',
  },
  threads('STOP'),
  threads('START'),
  {
    usage: 'RESET REPLICA ALL',
    pattern: /^RESET (?:REPLICA|SLAVE) ALL$/i,
    examples: ['RESET REPLICA ALL'],
    admin: true,
    written: () => 'RESET REPLICA ALL',
  },
  {
    usage: "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION=1, SOURCE_HOST='host'",
    pattern: /^CHANGE (?:REPLICATION SOURCE|MASTER) TO (\S.*)$/i,
    examples: ["CHANGE REPLICATION SOURCE TO SOURCE_HOST='{server}'", 'CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY=1'],
    admin: true,
    written: ([, options = ''], field, hosts) => {
      const written = options.split(',').map((option) => {
        const [, name = '', value = ''] = /^(?:SOURCE|MASTER)_(\w+)=(.+)$/i.exec(option) ?? []
        const upper = name.toUpperCase()
        const form = OPTIONS[upper]
        if (form === undefined)
          return field.expect(
            `options among ${Object.keys(OPTIONS)
              .map((one) => `SOURCE_${one}`)
              .join(', ')}`,
          )
        const [, , plain] = form.exec(value) ?? []
        if (plain === undefined) return field.expect(`SOURCE_${upper}=${SHOWN[upper] ?? 'number'}`)
        if (upper === 'HOST') checkMysql(field, plain, hosts)
        return `SOURCE_${upper}=${upper === 'HOST' ? `'${plain}'` : plain}`
      })
      // The host last: a line is split as redis-cli does, and a comma may not follow a quote.
      return `CHANGE REPLICATION SOURCE TO ${written.sort((a, b) => Number(a.includes("'")) - Number(b.includes("'"))).join(', ')}`
    },
  },
  {
    usage: 'KILL [CONNECTION | QUERY] client',
    pattern: /^KILL (?:(CONNECTION|QUERY) )?(\S+)$/i,
    examples: ['KILL QUERY {client}', 'KILL CONNECTION {client}'],
    admin: true,
    written: ([, what = 'CONNECTION', client = ''], field, hosts) => {
      if (hosts[client]?.client === undefined) field.expect('KILL [CONNECTION | QUERY] and the name of a host with a client')
      return `KILL ${what.toUpperCase()} ${client}`
    },
  },
  {
    usage: 'SET GLOBAL variable=value',
    pattern: /^SET (?:GLOBAL |@@GLOBAL\.)(\S.*)$/i,
    examples: [
      'SET GLOBAL super_read_only=OFF',
      'SET GLOBAL super_read_only=ON',
      'SET GLOBAL rpl_semi_sync_source_enabled=ON',
      'SET GLOBAL rpl_semi_sync_source_enabled=OFF',
      'SET GLOBAL rpl_semi_sync_source_timeout=50',
      'SET GLOBAL rpl_semi_sync_source_wait_point=AFTER_COMMIT',
      'SET GLOBAL rpl_semi_sync_source_wait_no_replica=OFF',
      'SET GLOBAL rpl_semi_sync_source_wait_for_replica_count=2',
    ],
    admin: true,
    written: ([, list = ''], field) => {
      const written = list.split(',').map((one) => {
        const [, name, , value] = /^(?:GLOBAL )?(\w+)=(['"]?)(.+)\2$/i.exec(one) ?? []
        if (name === undefined || value === undefined) return field.expect('SET GLOBAL variable=value')
        const [[variable, word] = []] = Object.entries(
          readVariable(name.toLowerCase(), new Field(value, `${field.path}: ${name}`)),
        )
        return `${variable}=${word}`
      })
      return `SET GLOBAL ${written.join(', ')}`
    },
  },
]

/** What can be said of a source; two groups around what is kept. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  HOST: /^(['"])([^'"]+)\1$/,
  AUTO_POSITION: /^()(1)$/,
  CONNECT_RETRY: /^()([1-9]\d{0,5})$/,
  RETRY_COUNT: /^()([1-9]\d{0,5})$/,
  HEARTBEAT_PERIOD: /^()(\d{1,6}(?:\.\d{1,3})?)$/,
}

const SHOWN: Readonly<Record<string, string>> = { HOST: "'host'", AUTO_POSITION: '1' }

/** Both threads of a replica, or one of them. */
function threads(verb: 'START' | 'STOP'): StatementForm {
  return {
    usage: `${verb} REPLICA [IO_THREAD | SQL_THREAD]`,
    pattern: new RegExp(`^${verb} (?:REPLICA|SLAVE)(?: (IO_THREAD|SQL_THREAD))?$`, 'i'),
    examples: [`${verb} REPLICA`, `${verb} REPLICA SQL_THREAD`],
    admin: true,
    written: ([, thread]) => [verb, 'REPLICA', ...(thread === undefined ? [] : [thread.toUpperCase()])].join(' '),
  }
}
