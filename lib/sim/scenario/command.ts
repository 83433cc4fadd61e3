import { splitLine } from '../command-line'
import { failoverOptions } from '../failover-options'
import { integer } from '../integer'
import { REDIS_DIRECTIVES } from '../kinds/redis/conf'
import { directiveName, directiveProblem, directiveValue } from './directives'
import { type Field, show } from './field'
import { type Hosts, knownHost } from './hosts'
import type { ProcessKind } from './scenario'

/** Judges the arguments of one command. */
type Check = (field: Field, args: readonly string[], hosts: Hosts) => void

interface Form {
  readonly usage: string
  /** Number of arguments behind the name, both included. */
  readonly min: number
  readonly max: number
  readonly check?: Check
}

const MANY = 1000

const WRITES: Readonly<Record<string, Form>> = {
  SET: { usage: 'SET key value', min: 2, max: 2 },
  INCR: { usage: 'INCR key', min: 1, max: 1 },
  SADD: { usage: 'SADD key member …', min: 2, max: MANY },
  RPUSH: { usage: 'RPUSH key element …', min: 2, max: MANY },
  LPUSH: { usage: 'LPUSH key element …', min: 2, max: MANY },
}

const SERVER: Readonly<Record<string, Form>> = {
  ...WRITES,
  PING: { usage: 'PING', min: 0, max: 1 },
  GET: { usage: 'GET key', min: 1, max: 1 },
  SCARD: { usage: 'SCARD key', min: 1, max: 1 },
  LLEN: { usage: 'LLEN key', min: 1, max: 1 },
  EXISTS: { usage: 'EXISTS key …', min: 1, max: MANY },
  DBSIZE: { usage: 'DBSIZE', min: 0, max: 0 },
  WAIT: { usage: 'WAIT replicas milliseconds', min: 2, max: 2, check: checkWait },
  ROLE: { usage: 'ROLE', min: 0, max: 0 },
  INFO: { usage: 'INFO [replication]', min: 0, max: 1, check: checkInfo },
  CONFIG: { usage: 'CONFIG GET directive | SET directive value | REWRITE', min: 1, max: 3, check: checkConfig },
  REPLICAOF: { usage: 'REPLICAOF host [port] | NO ONE', min: 1, max: 2, check: checkReplicaOf },
  SLAVEOF: { usage: 'SLAVEOF host [port] | NO ONE', min: 1, max: 2, check: checkReplicaOf },
  FAILOVER: { usage: 'FAILOVER [TO host [port] [FORCE]] [TIMEOUT ms] | ABORT', min: 0, max: 6, check: checkFailover },
}

const SENTINEL: Readonly<Record<string, Form>> = {
  PING: { usage: 'PING', min: 0, max: 1 },
  SENTINEL: {
    usage: 'SENTINEL FAILOVER|GET-MASTER-ADDR-BY-NAME|CKQUORUM m',
    min: 2,
    max: 2,
    check: checkSentinel,
  },
}

const SENTINEL_SUBCOMMANDS = ['FAILOVER', 'GET-MASTER-ADDR-BY-NAME', 'CKQUORUM']

/** A write of the workload, where `{i}` stands for the number of the command. */
export function readWorkloadCommand(field: Field, hosts: Hosts): string {
  return readCommand(field, WRITES, 'a write', hosts)
}

/** A command that a person types at a process of this kind. */
export function readTypedCommand(field: Field, kind: ProcessKind, hosts: Hosts): string {
  return kind === 'sentinel'
    ? readCommand(field, SENTINEL, 'a sentinel’s command', hosts)
    : readCommand(field, SERVER, 'a command', hosts)
}

function readCommand(field: Field, forms: Readonly<Record<string, Form>>, what: string, hosts: Hosts): string {
  const words = splitLine(field.text(what))
  if (words === null) field.fail(`Invalid argument(s): a quote is not closed, or no space follows it, in ${show(field.value)}`)
  const [name = '', ...args] = words
  const upper = name.toUpperCase()
  const form = Object.hasOwn(forms, upper) ? forms[upper] : undefined
  if (form === undefined) field.expect(`${what} that is modelled: ${Object.keys(forms).join(', ')}`)
  if (args.length < form.min || args.length > form.max) field.expect(form.usage)
  form.check?.(field, args, hosts)
  return (upper === 'CONFIG' ? withCurrentName(words) : words).map(quoted).join(' ')
}

/** Old names of directives are reported under the new ones, values as the kernel keeps them. */
function withCurrentName([config = '', verb = '', name = '', value]: readonly string[]): readonly string[] {
  const directive = directiveName(name)
  if (directive === null) return [config, verb]
  return [config, verb, directive, ...(value === undefined ? [] : [directiveValue(directive, value)])]
}

/** A word so that `splitLine` reads it back. */
function quoted(word: string): string {
  if (/^[^\s"']+$/.test(word)) return word
  const escaped = Array.from(word, (char) => {
    if (char < ' ') return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
    return char === '"' || char === '\\' ? `\\${char}` : char
  })
  return `"${escaped.join('')}"`
}

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

function checkReplicaOf(field: Field, [host = '', port]: readonly string[], hosts: Hosts): void {
  if (host.toUpperCase() === 'NO' && port?.toUpperCase() === 'ONE') return
  checkServer(field, host, hosts)
  if (port === undefined) return
  const number = integer(port)
  if (number === null || number < 0 || number > 65_535) field.expect('REPLICAOF host [port from 0 to 65535] or REPLICAOF NO ONE')
}

function checkFailover(field: Field, args: readonly string[], hosts: Hosts): void {
  const options = failoverOptions(args)
  if ('error' in options) field.fail(`${options.error}; expected FAILOVER [TO host [port] [FORCE]] [TIMEOUT ms] | ABORT`)
  if (options.target !== null) checkServer(field, options.target.host, hosts)
  if (options.force && (options.target === null || options.timeoutMs === null)) field.fail('FORCE needs both TO and TIMEOUT')
}

function checkServer(field: Field, name: string, hosts: Hosts): void {
  if (knownHost(field, name, hosts).redis === undefined) field.fail(`no redis on ${name}`)
}

function checkSentinel(field: Field, [subcommand = '', name]: readonly string[]): void {
  if (!SENTINEL_SUBCOMMANDS.includes(subcommand.toUpperCase())) {
    field.expect(`SENTINEL with one of ${SENTINEL_SUBCOMMANDS.join(', ')}`)
  }
  if (name !== 'm') field.fail(`no master ${JSON.stringify(name)}; the one that is monitored is called m`)
}
