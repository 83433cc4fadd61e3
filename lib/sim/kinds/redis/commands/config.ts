import { emit } from '../../../core/world'
import { SMALLEST_BACKLOG } from '../../../defaults'
import type { Reply } from '../../../reply'
import { directiveName, directiveProblem, directiveValue } from '../../../scenario/directives'
import type { Field } from '../../../scenario/field'
import type { CommandForm } from '../../command-form'
import type { ClusterWorld } from '../../protocol'
import { REDIS_DIRECTIVES, type RedisConf } from '../conf'
import { rewriteConfig } from '../config'
import { refreshGoodReplicas } from '../gate'
import { startAof, stopAof } from '../persistence/aof'
import { resize } from '../replication/backlog'
import type { ServerState } from '../state'
import type { Command } from './command'

/** `CONFIG GET directive`, `CONFIG SET directive value`, `CONFIG REWRITE`; the scenario's reader lets nothing else pass. */
export const CONFIG: Command = (world, server, [verb = '', directive, value = '']) => {
  const name = directive as keyof RedisConf
  if (verb.toUpperCase() === 'GET') return configGet(server, name)
  if (verb.toUpperCase() === 'SET') return configSet(world, server, name, value)
  rewriteConfig(world, server)
  return 'OK'
}

/** `CONFIG GET directive`: name and value. The scenario's reader lets only directives pass that the kernel knows. */
function configGet(server: ServerState, directive: keyof RedisConf): Reply {
  return [directive, String(server.conf[directive])]
}

/** `CONFIG SET directive value`, checked by the scenario's reader. A change of the gate is counted at once (R50). */
function configSet(world: ClusterWorld, server: ServerState, directive: keyof RedisConf, text: string): Reply {
  const value = directive === 'repl-backlog-size' ? String(Math.max(Number(text), SMALLEST_BACKLOG)) : text
  const before = server.conf[directive]
  Object.assign(server.conf, { [directive]: typeof before === 'number' ? Number(value) : value })
  emit(world, { at: world.now, host: server.host, type: 'config', by: world.cause, directive, value })
  if (directive === 'appendonly' && value !== before) (value === 'yes' ? startAof : stopAof)(world, server)
  if (directive === 'repl-backlog-size' && server.backlog !== null) resize(server.backlog, Number(value))
  if (directive.startsWith('min-replicas')) refreshGoodReplicas(world, server)
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
