import { splitLine } from '../command-line'
import type { CommandForms } from '../kinds/command-form'
import type { Hosts } from '../kinds/host'
import { WRITE_FORMS } from '../kinds/redis/commands/writes'
import { REDIS_COMMANDS } from '../kinds/redis/forms'
import { SENTINEL_COMMANDS } from '../kinds/sentinel/forms'
import { type Field, show } from './field'
import type { ProcessKind } from './process'

interface Commands {
  /** What one of them is called in messages. */
  readonly one: string
  readonly forms: CommandForms
}

const OF_WORKLOADS: Commands = { one: 'a write', forms: WRITE_FORMS }

const OF_SERVERS: Commands = { one: 'a command', forms: REDIS_COMMANDS }

/** What can be typed at a process of each kind; a client passes it on to its server. */
const TYPED: Readonly<Record<ProcessKind, Commands>> = {
  redis: OF_SERVERS,
  sentinel: { one: 'a sentinel’s command', forms: SENTINEL_COMMANDS },
  client: OF_SERVERS,
}

/** A write of the workload, where `{i}` stands for the number of the command. */
export function readWorkloadCommand(field: Field, hosts: Hosts): string {
  return readCommand(field, OF_WORKLOADS, hosts)
}

/** A command that a person types at a process of this kind. */
export function readTypedCommand(field: Field, kind: ProcessKind, hosts: Hosts): string {
  return readCommand(field, TYPED[kind], hosts)
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
