/** Languages an article may fence its code in; `text` is left plain. */
export const FENCE_LANGUAGES = [
  'redis.conf',
  'sentinel.conf',
  'bash',
  'text',
  'js',
  'python',
  'java',
  'go',
  'yaml',
  'sql',
  'my.cnf',
] as const

export type FenceLanguage = (typeof FENCE_LANGUAGES)[number]

export function isFenceLanguage(name: string): name is FenceLanguage {
  return FENCE_LANGUAGES.some((language) => language === name)
}
