/** What is said of a demo where it does nothing, and what never changes: it stands in the page, no script says it. */
export const still = {
  noScript: 'This figure plays, steps and takes other settings when JavaScript is on.',
  failed: 'The simulation could not be loaded. The figure shows the run as it was built.',
  proof: 'The same scenario was run on real servers. Both results stand side by side.',
  compare: 'Compare with real servers',
  /** Of one side of a comparison. */
  compareSide: (side: string) => `Compare with real servers: ${side}`,
}
