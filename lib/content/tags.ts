/**
 * What articles are about, across their groups. An id is part of an address: it never changes. Their names stand in `site.tags` of the
 * words.
 */
export const TAGS = [
  'failover',
  'split-brain',
  'sentinel',
  'replication',
  'min-replicas',
  'wait',
  'persistence',
  'locks',
  'mysql',
  'clients',
] as const

export type Tag = (typeof TAGS)[number]

export function isTag(text: string): text is Tag {
  return TAGS.some((tag) => tag === text)
}

/** The page of a tag, among the pages of a language. */
export function tagSlug(tag: Tag): string {
  return `tags/${tag}`
}
