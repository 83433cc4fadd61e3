import type { Kind } from '../../core/model'
import { prompt } from '../operator/prompt'
import type { ClusterProtocol } from '../protocol'
import { STATEMENTS } from './statements'

/** Someone with mysql, on the host of a server or on the connection of a client. */
export const dba: Kind<ClusterProtocol> = { ...prompt, name: 'dba', commands: STATEMENTS }
