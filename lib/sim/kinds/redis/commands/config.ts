import type { RedisConf } from '../conf'
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
