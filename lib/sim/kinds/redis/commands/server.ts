import type { CommandForm } from '../../command-form'
import { roleReply } from '../info'
import type { Command } from './command'

export const PING: Command = (_world, _server, [text]) => text ?? 'PONG'
export const PING_FORM: CommandForm = { usage: 'PING', min: 0, max: 1, examples: ['PING', 'PING x'] }

export const ROLE: Command = (_world, server) => roleReply(server)
export const ROLE_FORM: CommandForm = { usage: 'ROLE', min: 0, max: 0, examples: ['ROLE'] }
