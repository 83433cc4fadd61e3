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
  /** Before the first moment. */
  before: 'Nothing has happened yet.',
}
