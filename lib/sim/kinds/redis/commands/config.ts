import { directiveName, directiveProblem, directiveValue } from '../../../scenario/directives'
import type { Field } from '../../../scenario/field'
import type { CommandForm } from '../../command-form'
import { REDIS_DIRECTIVES, type RedisConf } from '../conf'
import { configGet, configSet, rewriteConfig } from '../config'
import type { Command } from './command'

/** `CONFIG GET directive`, `CONFIG SET directive value`, `CONFIG REWRITE`; the scenario's reader lets nothing else pass. */
export const CONFIG: Command = (world, server, [verb = '', directive, value = '']) => {
  const name = directive as keyof RedisConf
  if (verb.toUpperCase() === 'GET') return configGet(server, name)
  if (verb.toUpperCase() === 'SET') return configSet(world, server, name, value)
  rewriteConfig(world, server)
  return 'OK'
}

export const CONFIG_FORM: CommandForm = {
  usage: 'CONFIG GET directive | SET directive value | REWRITE',
  min: 1,
  max: 3,
  admin: true,
  examples: ['CONFIG GET save', 'CONFIG REWRITE'],
  check(field: Field, [verb = '', name, value]) {
    const wanted = { GET: 2, SET: 3, REWRITE: 1 }[verb.toUpperCase()]
    const given = [verb, name, value].filter((word) => word !== undefined).length
    if (wanted !== given) field.expect('CONFIG GET directive, CONFIG SET directive value or CONFIG REWRITE')
    if (name === undefined) return
    const directive = directiveName(name)
    if (directive === null)
      field.fail(`no directive ${JSON.stringify(name)} is modelled; modelled are ${Object.keys(REDIS_DIRECTIVES).join(', ')}`)
    const problem = value === undefined ? null : directiveProblem(directive, value)
    if (problem !== null) field.fail(problem)
  },
  /** Old names of directives are reported under the new ones, values as the kernel keeps them. */
  kept([verb = '', name = '', value]) {
    const directive = directiveName(name)
    if (directive === null) return [verb]
    return [verb, directive, ...(value === undefined ? [] : [directiveValue(directive, value)])]
  },
}
