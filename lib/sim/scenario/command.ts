import { splitLine } from '../command-line'
import type { CommandForms } from '../kinds/command-form'
import type { Hosts } from '../kinds/host'
import { INSERT, STATEMENTS } from '../kinds/mysql/statements/forms'
import { readStatement } from '../kinds/mysql/statements/read'
import { WRITE_FORMS } from '../kinds/redis/commands/writes'
import { REDIS_COMMANDS } from '../kinds/redis/forms'
import { SENTINEL_COMMANDS } from '../kinds/sentinel/forms'
import { type Field, show } from './field'
import type { ProcessKind, Target } from './process'

interface Commands {
  /** What one of them is called in messages. */
  readonly one: string
  readonly forms: CommandForms
}

const OF_WORKLOADS: Commands = { one: 'a write', forms: WRITE_FORMS }

const OF_SERVERS: Commands = { one: 'a command', forms: REDIS_COMMANDS }

/** What can be typed at a process of each kind that speaks RESP; a client passes it on to its server. */
const TYPED: Readonly<Record<Exclude<ProcessKind, 'mysql'>, Commands>> = {
  redis: OF_SERVERS,
  sentinel: { one: 'a sentinel’s command', forms: SENTINEL_COMMANDS },
  client: OF_SERVERS,
  resource: { one: 'a resource’s command', forms: {} },
}

/** A write of the workload of a client, where `{i}` stands for the number of the command. */
export function readWorkloadCommand(field: Field, client: string, hosts: Hosts): string {
  if (speaksSql(client, hosts)) return readStatement(field, 'a write', [INSERT], hosts)
  return readCommand(field, OF_WORKLOADS, hosts)
}

/** A command that a person types at a process, which is of this kind. */
export function readTypedCommand(field: Field, process: Target, kind: ProcessKind, hosts: Hosts): string {
  const [host = ''] = process.split('.')
  if (kind === 'mysql' || (kind === 'client' && speaksSql(host, hosts)))
    return readStatement(field, 'a statement', STATEMENTS, hosts)
  return readCommand(field, TYPED[kind], hosts)
}

/** Whether a client is connected to MySQL. */
export function speaksSql(client: string, hosts: Hosts): boolean {
  const connect = hosts[client]?.client?.connect
  return typeof connect === 'string' && hosts[connect]?.mysql !== undefined
}

function readCommand(field: Field, { one, forms }: Commands, hosts: Hosts): string {
  const words = splitLine(field.text(one))
  if (words === null) field.fail(`Invalid argument(s): a quote is not closed, or no space follows it, in ${show(field.value)}`)
  const [name = '', ...args] = words
  const upper = name.toUpperCase()
  const form = Object.hasOwn(forms, upper) ? forms[upper] : undefined
  if (form === undefined) field.expect(`${one} that is modelled: ${Object.keys(forms).join(', ')}`)
  if (args.length < form.min || args.length > form.max) field.expect(form.usage)
  form.check?.(field, args, hosts)
  return [name, ...(form.kept?.(args) ?? args)].map(quoted).join(' ')
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
