/** The components that an article can use. They stand in `components/article/article-components.tsx`. */
export const PART_NAMES = [
  'At',
  'Beside',
  'Commits',
  'Compare',
  'Conf',
  'Demo',
  'Durability',
  'Guide',
  'Measured',
  'Note',
  'Num',
  'Offsets',
  'Pitfall',
  'Recommended',
  'RedissonVersions',
  'Scene',
  'Sources',
  'Term',
  'Typed',
  'Versions',
] as const

export type PartName = (typeof PART_NAMES)[number]
