/** @jsxImportSource preact */
import { type Cast, entity } from '../cast'

/** The name of a host, marked while it is pointed at anywhere in the same figure. */
export function HostName({ cast, host }: { cast: Cast; host: string }) {
  return (
    <span class="rounded-[3px] data-mark:bg-accent/20" data-part="host" {...entity(cast, host)}>
      {host}
    </span>
  )
}
