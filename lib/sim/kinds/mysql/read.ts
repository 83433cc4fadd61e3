import { integer } from '../../integer'
import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { MYSQL_VARIABLES, type MysqlConf, type MysqlVariable } from './conf'
import type { MysqlSpec } from './spec'

export function readMysql(field: Field): MysqlSpec {
  const { replicaOf, conf } = field.members(['replicaOf', 'conf'])
  return { ...(replicaOf.present && { replicaOf: replicaOf.text('the name of a host') }), conf: readVariables(conf) }
}

/** Each replica follows a server, and at the end of each chain stands a source. A client knows a host by one server. */
export function checkSources(hosts: Hosts): void {
  for (const [name, { mysql, redis }] of Object.entries(hosts)) {
    if (mysql === undefined) continue
    if (redis !== undefined) new Field(mysql, `hosts.${name}.mysql`).fail('redis runs there, too; expected a host for each')
    const chain = [name]
    for (let of = mysql.replicaOf; of !== undefined; of = hosts[of]?.mysql?.replicaOf) {
      const path = new Field(of, `hosts.${chain.at(-1)}.mysql.replicaOf`)
      readHostName(path, hosts, 'mysql')
      if (chain.includes(of)) path.fail(`a circle, ${[...chain, of].join(' → ')}; expected a chain that ends at a source`)
      chain.push(of)
    }
  }
}

/** One variable under its new name, and its value. */
export function readVariable(name: string, field: Field): { readonly [Name in MysqlVariable]?: MysqlConf[MysqlVariable] } {
  const current = currentName(name)
  if (!isVariable(current)) return field.fail(`not modelled; the variables that are: ${Object.keys(MYSQL_VARIABLES).join(', ')}`)
  return { [current]: readValue(MYSQL_VARIABLES[current], field) }
}

/** Names from before MySQL 8.0.26 (Y1). */
export function currentName(name: string): string {
  return name.replace('master', 'source').replace('slave', 'replica')
}

function readVariables(field: Field): Partial<MysqlConf> {
  const conf = {}
  if (!field.present) return conf
  for (const [key, member] of field.entries('an object of variables')) {
    const read = readVariable(key, member)
    const [name = ''] = Object.keys(read)
    if (Object.hasOwn(conf, name)) member.fail(`${name} is said twice, under its old name and its new one`)
    Object.assign(conf, read)
  }
  return conf
}

/** As `my.cnf` and `SET GLOBAL` take it: switches also as 1 and 0, true and false. */
function readValue(row: (typeof MYSQL_VARIABLES)[MysqlVariable], field: Field): string | number {
  const { value } = field
  if ('min' in row) {
    const { min, max } = row
    const read = typeof value === 'string' ? integer(value) : null
    return new Field(read === null ? value : Number(read), field.path).whole({ min, max })
  }
  const upper = String(value).toUpperCase()
  const said = { 1: 'ON', TRUE: 'ON', 0: 'OFF', FALSE: 'OFF' }[upper] ?? upper
  return row.find((word) => word === said) ?? field.expect(row.toSorted().reverse().join(' or '))
}

function isVariable(name: string): name is MysqlVariable {
  return Object.hasOwn(MYSQL_VARIABLES, name)
}
