import type { Reply } from '@/lib/sim/journal'

/** What a client reads as an answer, in the signs of Redis: the same in every language. */
export function replyText(value: Reply): string {
  if (value === null) return '(nil)'
  if (typeof value === 'object' && 'error' in value) return value.error
  return Array.isArray(value) ? `[${value.map(replyText).join(', ')}]` : String(value)
}
