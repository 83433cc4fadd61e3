/** What a card shows besides its verdict and its timeline, in the order of its tabs. What is said in a list comes with it (`lists.ts`). */
export const panels = {
  label: 'What is shown',
  tabs: {
    figure: 'Figure',
    moments: 'Moments',
    conf: 'Config',
    ledger: 'Every write',
    log: 'Log',
    proof: 'Real runs',
  },
  /** A tab on one side of a comparison. */
  of: (tab: string, side: string) => `${tab}: ${side}`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Press Ctrl+C',
  /** Before the first moment. */
  before: 'Nothing has happened yet.',
  proof: 'The same scenario was run on real Redis servers with Sentinel. What came of it stands beside what the simulator says.',
}
