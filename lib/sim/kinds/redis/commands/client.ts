import type { CommandForm } from '../../command-form'
import { hangUpOnClients } from '../served-client'
import type { Command } from './command'

/** `CLIENT KILL TYPE`: closes the connections of all other clients of a type, without a last word, and says how many (R46). */
export const CLIENT: Command = (world, server, [, , type = ''], issuer) => {
  const subscribed = type.toLowerCase() === 'pubsub'
  return hangUpOnClients(world, server, (id) => id !== issuer.connection && server.subscribers.includes(id) === subscribed)
}

export const CLIENT_FORM: CommandForm = {
  usage: 'CLIENT KILL TYPE normal|pubsub',
  min: 3,
  max: 3,
  admin: true,
  examples: ['CLIENT KILL TYPE normal', 'CLIENT KILL TYPE pubsub'],
  check(field, args) {
    if (!/^kill type (normal|pubsub)$/i.test(args.join(' '))) field.expect('CLIENT KILL TYPE normal or CLIENT KILL TYPE pubsub')
  },
}
