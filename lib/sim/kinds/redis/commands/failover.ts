import { failoverCommand } from '../failover'
import type { Command } from './command'

export const FAILOVER: Command = failoverCommand
