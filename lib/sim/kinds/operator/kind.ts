import type { Kind } from '../../core/model'
import type { ClusterProtocol } from '../protocol'
import { TYPED } from '../redis/commands/typed'
import { prompt } from './prompt'

/** Someone with redis-cli. */
export const operator: Kind<ClusterProtocol> = { ...prompt, name: 'operator', commands: TYPED }
