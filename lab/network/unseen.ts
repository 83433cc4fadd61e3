import type { Scenario } from '@/lib/sim/scenario/scenario'

/** What a run on loopback addresses cannot show of a scenario: nothing of it, its times and counts, or null where it shows all. */
export function unseenOnLoopback({ hosts, actions }: Pick<Scenario, 'hosts' | 'actions'>): 'everything' | 'figures' | null {
  // A replica of MySQL connects from an address of the system’s choice, by which a relay cannot tell it.
  if (Object.values(hosts).some(({ mysql }) => mysql !== undefined)) return 'everything'
  // Without packets of their own, hosts cannot fall silent; and their disks need the rights that namespaces need.
  if (actions.some((action) => 'powerOff' in action)) return 'everything'
  // The acknowledgements of TCP itself pass where only data is held back.
  if (actions.some((action) => 'cut' in action)) return 'everything'
  // Whoever connects across a cut is not left without an answer, so nobody's next attempt is late.
  return actions.some((action) => 'heal' in action) ? 'figures' : null
}
