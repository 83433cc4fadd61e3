/** The lists under a demo, in their order. What is said in one comes with it (`lists.ts`), but where it is short. */
export const panels = {
  ledger: { title: 'Every write' },
  log: { title: 'Event log' },
}
