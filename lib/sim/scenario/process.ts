/** In the order in which messages name them; what each is, `kinds/` tells. */
export const PROCESS_KINDS = ['redis', 'sentinel', 'mysql', 'client', 'resource'] as const

export type ProcessKind = (typeof PROCESS_KINDS)[number]

/** Where a process lives: `r1` when its host runs one process, `h9.sentinel` when it runs several. */
export type Target = string
