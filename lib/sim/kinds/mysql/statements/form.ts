import type { Field } from '../../../scenario/field'
import type { Hosts } from '../../host'

/** What is known of a statement before it is executed. */
export interface StatementForm {
  readonly usage: string
  /** In a line with single spaces, none around `=`, `,` and within parentheses. */
  readonly pattern: RegExp
  /** Lines that random scenarios are made of. `{server}` becomes a host with a server, `{client}` one with a client, `{i}` the number of the command in a workload. */
  readonly examples: readonly [string, ...string[]]
  /** It configures the server instead of using it. */
  readonly admin?: true
  /** The line as the kernel takes it, under new names; refuses what it could not execute. */
  written(found: readonly string[], field: Field, hosts: Hosts): string
}
