import { describe, expect, it } from 'vitest'
import type { CommandForms } from '../kinds/command-form'
import { isWrite, WRITE_FORMS } from '../kinds/redis/commands/writes'
import { REDIS_COMMANDS } from '../kinds/redis/forms'
import { SENTINEL_COMMANDS } from '../kinds/sentinel/forms'
import { readTypedCommand, readWorkloadCommand } from './command'
import { Field } from './field'
import { parseScenario } from './parse'

const { hosts } = parseScenario({
  version: 1,
  name: 'two servers',
  seed: 1,
  durationMs: 1000,
  hosts: { r1: { redis: {} }, r2: { redis: { replicaOf: 'r1' } } },
})
const line = (text: string) => new Field(text, 'command')
const examples = (forms: CommandForms) =>
  Object.entries(forms).flatMap(([name, { examples }]) => examples.map((text) => [text, name] as const))

describe.each([
  ['redis', REDIS_COMMANDS],
  ['sentinel', SENTINEL_COMMANDS],
] as const)('the commands of a %s', (kind, forms) => {
  it.each(examples(forms))('an example can be typed: %s', (text) => {
    const read = readTypedCommand(line(text.replace('{server}', 'r2')), kind, kind, hosts)
    expect(readTypedCommand(line(read), kind, kind, hosts)).toBe(read)
  })

  it.each(Object.entries<CommandForms[string]>(forms))('%s has so many arguments and no others', (name, { usage, min, max }) => {
    const given = (count: number) => line([name, ...Array<string>(count).fill('0')].join(' '))
    expect(() => readTypedCommand(given(max + 1), kind, kind, hosts)).toThrow(usage)
    if (min > 0) expect(() => readTypedCommand(given(min - 1), kind, kind, hosts)).toThrow(usage)
  })
})

it.each(examples(REDIS_COMMANDS))('a workload is made of writes only: %s', (text, name) => {
  const read = () => readWorkloadCommand(line(text.replace('{server}', 'r2')), 'c1', hosts)
  if (isWrite(name)) expect(read).not.toThrow()
  else expect(read).toThrow(`expected a write that is modelled: ${Object.keys(WRITE_FORMS).join(', ')}`)
})
