import { splitLine } from '../command-line'
import { VERSIONS, type Version } from '../kinds/redis/versions'
import { Field } from './field'
import type { Scenario } from './scenario'

/** The server that a scenario follows; absent where that is Redis 7.0, be it said or not. */
export function readServer(field: Field): Pick<Scenario, 'server'> {
  if (!field.present) return {}
  const name = field.text('the name of a server')
  if (!isVersion(name)) field.expect(`a server whose rules are modelled: ${Object.keys(VERSIONS).join(', ')}`)
  return name === 'redis-7.0' ? {} : { server: name }
}

/** Refuses what the server of a scenario does not know: `WAITAOF` came with Redis 7.2 (R72). */
export function checkVersion({ server, workload, actions }: Scenario): void {
  if (server !== undefined) return
  workload.forEach(({ wait }, index) => {
    if (wait?.local !== undefined) refuse(wait.local, `workload[${index}].wait.local`)
  })
  actions.forEach((action, index) => {
    if (!('run' in action)) return
    const [name = ''] = splitLine(action.run.command) ?? []
    if (name.toUpperCase() === 'WAITAOF') refuse(action.run.command, `actions[${index}].run.command`)
  })
}

function refuse(value: unknown, path: string): never {
  return new Field(value, path).fail('Redis 7.0 answers WAITAOF with "ERR unknown command"; expected "server": "redis-8.0"')
}

function isVersion(name: string): name is Version {
  return Object.hasOwn(VERSIONS, name)
}
