/** What the articles are grouped by, in the order in which they are read. Their names stand in `site.groups` of the words. */
export const GROUPS = ['loss', 'limits', 'operations', 'comparisons', 'reference'] as const

export type Group = (typeof GROUPS)[number]
