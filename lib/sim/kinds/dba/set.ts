import { emit } from '../../core/world'
import { isIdle } from '../mysql/commit'
import { MYSQL_VARIABLES, type MysqlConf, type MysqlVariable } from '../mysql/conf'
import { gtidText } from '../mysql/gtid'
import { clientsOf, startsOn, switchOff, switchOn } from '../mysql/mode'
import type { Outcome } from '../mysql/sessions'
import type { MysqlState } from '../mysql/state'
import type { ClusterWorld } from '../protocol'

/** What a new value does at once, beside being there. */
const EFFECTS: { readonly [Name in MysqlVariable]?: (world: ClusterWorld, server: MysqlState) => void } = {
  rpl_semi_sync_source_enabled(world, server) {
    if (startsOn(server)) switchOn(world, server)
    else switchOff(world, server, 'disabled')
  },
  /** Y24: OFF with nobody there, off at once; ON, on by force. */
  rpl_semi_sync_source_wait_no_replica(world, server) {
    if (startsOn(server)) switchOn(world, server)
    else if (clientsOf(server) === 0) switchOff(world, server, 'no-replica')
  },
  super_read_only(_world, { conf }) {
    if (conf.super_read_only === 'ON') conf.read_only = 'ON'
  },
  read_only(_world, { conf }) {
    if (conf.read_only === 'OFF') conf.super_read_only = 'OFF'
  },
}

/** `SET GLOBAL`: lost at the next start (Y1). The lock of `super_read_only=ON` has to wait for open commits (Y7). */
export function setGlobal(world: ClusterWorld, server: MysqlState, settings: readonly string[]): Outcome {
  if (settings.some((one) => one.startsWith('super_read_only=ON')) && !isIdle(server)) return 'locks'
  const before = server.conf.super_read_only
  for (const setting of settings) {
    const [name = '', value = ''] = setting.replace(/,$/, '').split('=')
    if (isVariable(name)) set(world, server, name, value)
  }
  if (before !== server.conf.super_read_only) tellWritable(world, server)
  return 'OK'
}

function set(world: ClusterWorld, server: MysqlState, name: MysqlVariable, text: string): void {
  const value = 'min' in MYSQL_VARIABLES[name] ? Number(text) : text
  const before = server.conf[name]
  Object.assign(server.conf, { [name]: value } satisfies { [Name in keyof MysqlConf]?: string | number })
  emit(world, { at: world.now, host: server.host, type: 'variable', by: world.cause, name, value })
  if (before !== value) EFFECTS[name]?.(world, server)
}

/** Nothing else makes a server a source (Y37). */
function tellWritable(world: ClusterWorld, { host, conf, executed, relay }: MysqlState): void {
  const event = { at: world.now, host, by: world.cause }
  if (conf.super_read_only === 'ON') emit(world, { ...event, type: 'read-only' })
  else emit(world, { ...event, type: 'promoted', executed: gtidText(executed), unapplied: relay.length })
}

function isVariable(name: string): name is MysqlVariable {
  return Object.hasOwn(MYSQL_VARIABLES, name)
}
