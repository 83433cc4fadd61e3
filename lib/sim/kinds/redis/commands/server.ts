import { infoText, roleReply } from '../info'
import type { Command } from './command'

export const PING: Command = (_world, _server, [text]) => text ?? 'PONG'

export const ROLE: Command = (_world, server) => roleReply(server)

export const INFO: Command = infoText
