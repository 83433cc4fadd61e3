import type { Field } from '../scenario/field'
import type { Hosts } from './host'

/** What is known of a command before it is executed. */
export interface CommandForm {
  readonly usage: string
  /** Number of arguments behind the name, both included. */
  readonly min: number
  readonly max: number
  /** It configures the server instead of using it. */
  readonly admin?: true
  /**
   * Lines that random scenarios are made of, one at least. `{server}` becomes a host with a server, `{i}` the number of the command in a
   * workload.
   */
  readonly examples: readonly [string, ...string[]]
  /** Refuses arguments that the kernel could not execute. */
  check?(field: Field, args: readonly string[], hosts: Hosts): void
  /** Arguments that were checked as the kernel takes them; absent: as they are. */
  kept?(args: readonly string[]): readonly string[]
}

/** Commands by their name in capitals, in the order in which messages name them. */
export type CommandForms = Readonly<Record<string, CommandForm>>

/** As many arguments as somebody likes. */
export const MANY = 1000
