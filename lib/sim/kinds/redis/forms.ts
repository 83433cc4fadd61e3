import { failoverOptions } from '../../failover-options'
import { integer } from '../../integer'
import { directiveName, directiveProblem, directiveValue } from '../../scenario/directives'
import type { Field } from '../../scenario/field'
import { knownHost } from '../../scenario/host-names'
import { type CommandForms, type Flagged, MANY } from '../command-form'
import type { Hosts } from '../host'
import { REDIS_DIRECTIVES } from './conf'

const FAILOVER = 'FAILOVER [TO host [port] [FORCE]] [TIMEOUT ms] | ABORT'

/** Every command that a server knows, one a row. Those that write are what a workload may be made of. */
export const REDIS_COMMANDS = {
  SET: {
    usage: 'SET key value',
    min: 2,
    max: 2,
    flags: ['write'],
    examples: ['SET w:{i} {i}', 'SET w {i}', 'SET "a b" \'{i}\'', 'SET typed ""'],
  },
  INCR: { usage: 'INCR key', min: 1, max: 1, flags: ['write'], examples: ['INCR n'] },
  SADD: { usage: 'SADD key member …', min: 2, max: MANY, flags: ['write'], examples: ['SADD s {i}', 'SADD s same'] },
  RPUSH: { usage: 'RPUSH key element …', min: 2, max: MANY, flags: ['write'], examples: ['RPUSH l {i}', 'RPUSH l a b'] },
  LPUSH: { usage: 'LPUSH key element …', min: 2, max: MANY, flags: ['write'], examples: ['LPUSH l {i}'] },
  PING: { usage: 'PING', min: 0, max: 1, flags: [], examples: ['PING', 'PING x'] },
  GET: { usage: 'GET key', min: 1, max: 1, flags: ['read'], examples: ['GET n'] },
  SCARD: { usage: 'SCARD key', min: 1, max: 1, flags: ['read'], examples: ['SCARD s'] },
  LLEN: { usage: 'LLEN key', min: 1, max: 1, flags: ['read'], examples: ['LLEN l'] },
  EXISTS: { usage: 'EXISTS key …', min: 1, max: MANY, flags: ['read'], examples: ['EXISTS n s l'] },
  DBSIZE: { usage: 'DBSIZE', min: 0, max: 0, flags: ['read'], examples: ['DBSIZE'] },
  WAIT: {
    usage: 'WAIT replicas milliseconds',
    min: 2,
    max: 2,
    flags: [],
    examples: ['WAIT 1 500', 'WAIT 1 0', 'WAIT 3 700'],
    check: checkWait,
  },
  ROLE: { usage: 'ROLE', min: 0, max: 0, flags: [], examples: ['ROLE'] },
  INFO: { usage: 'INFO [replication]', min: 0, max: 1, flags: [], examples: ['INFO replication'], check: checkInfo },
  CONFIG: {
    usage: 'CONFIG GET directive | SET directive value | REWRITE',
    min: 1,
    max: 3,
    flags: ['admin'],
    examples: ['CONFIG GET save', 'CONFIG REWRITE'],
    check: checkConfig,
    kept: keptConfig,
  },
  REPLICAOF: {
    usage: 'REPLICAOF host [port] | NO ONE',
    min: 1,
    max: 2,
    flags: ['admin'],
    examples: ['REPLICAOF {server}', 'REPLICAOF NO ONE', 'REPLICAOF {server} 1'],
    check: checkReplicaOf,
  },
  SLAVEOF: {
    usage: 'SLAVEOF host [port] | NO ONE',
    min: 1,
    max: 2,
    flags: ['admin'],
    examples: ['SLAVEOF {server}'],
    check: checkReplicaOf,
  },
  FAILOVER: {
    usage: FAILOVER,
    min: 0,
    max: 6,
    flags: ['admin'],
    examples: ['FAILOVER', 'FAILOVER TO {server} TIMEOUT 1500', 'FAILOVER TO {server} FORCE TIMEOUT 500', 'FAILOVER ABORT'],
    check: checkFailover,
  },
} as const satisfies CommandForms

/** Commands that change the data set. */
export type WriteName = Flagged<typeof REDIS_COMMANDS, 'write'>
/** Commands that only read it. */
export type ReadName = Flagged<typeof REDIS_COMMANDS, 'read'>

function checkWait(field: Field, [replicas, timeout]: readonly string[]): void {
  const limit = integer(timeout)
  if (integer(replicas) === null || limit === null || limit < 0) field.expect('WAIT with two whole numbers, such as WAIT 1 100')
}

function checkInfo(field: Field, [section]: readonly string[]): void {
  if (section !== undefined && section.toLowerCase() !== 'replication') field.expect('INFO or INFO replication')
}

function checkConfig(field: Field, [verb = '', name, value]: readonly string[]): void {
  const wanted = { GET: 2, SET: 3, REWRITE: 1 }[verb.toUpperCase()]
  const given = [verb, name, value].filter((word) => word !== undefined).length
  if (wanted !== given) field.expect('CONFIG GET directive, CONFIG SET directive value or CONFIG REWRITE')
  if (name === undefined) return
  const directive = directiveName(name)
  if (directive === null)
    field.fail(`no directive ${JSON.stringify(name)} is modelled; modelled are ${Object.keys(REDIS_DIRECTIVES).join(', ')}`)
  const problem = value === undefined ? null : directiveProblem(directive, value)
  if (problem !== null) field.fail(problem)
}

/** Old names of directives are reported under the new ones, values as the kernel keeps them. */
function keptConfig([verb = '', name = '', value]: readonly string[]): readonly string[] {
  const directive = directiveName(name)
  if (directive === null) return [verb]
  return [verb, directive, ...(value === undefined ? [] : [directiveValue(directive, value)])]
}

function checkReplicaOf(field: Field, [host = '', port]: readonly string[], hosts: Hosts): void {
  if (host.toUpperCase() === 'NO' && port?.toUpperCase() === 'ONE') return
  checkServer(field, host, hosts)
  if (port === undefined) return
  const number = integer(port)
  if (number === null || number < 0 || number > 65_535) field.expect('REPLICAOF host [port from 0 to 65535] or REPLICAOF NO ONE')
}

function checkFailover(field: Field, args: readonly string[], hosts: Hosts): void {
  const options = failoverOptions(args)
  if ('error' in options) field.fail(`${options.error}; expected ${FAILOVER}`)
  if (options.target !== null) checkServer(field, options.target.host, hosts)
  if (options.force && (options.target === null || options.timeoutMs === null)) field.fail('FORCE needs both TO and TIMEOUT')
}

function checkServer(field: Field, name: string, hosts: Hosts): void {
  if (knownHost(field, name, hosts).redis === undefined) field.fail(`no redis on ${name}`)
}
