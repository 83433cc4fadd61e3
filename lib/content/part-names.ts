/** The components that an article can use. They stand in `components/article/article-components.tsx`. */
export const PART_NAMES = [
  'At',
  'Beside',
  'Compare',
  'Conf',
  'Demo',
  'Measured',
  'Note',
  'Num',
  'Pitfall',
  'Recommended',
  'Scene',
  'Sources',
  'Term',
  'Versions',
] as const

export type PartName = (typeof PART_NAMES)[number]
