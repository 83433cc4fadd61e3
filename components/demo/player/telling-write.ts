import type { Film } from '@/lib/reading/film/film'
import type { WriteRecord } from '@/lib/reading/verdict/verdict'

/** The fates of writes, the most telling first. */
const TELLING: readonly WriteRecord['fate'][] = ['lost', 'unanswered', 'refused', 'no-connection', 'safe']

/** The first write of the most telling fate among those sent in the slice of the strip at `at` µs; undefined where none was sent. */
export function tellingWrite({ verdict, strips }: Film, at: number): WriteRecord | undefined {
  const { every } = strips.final
  const slice = Math.floor(at / every)
  const sent = verdict.writes.filter(({ sentAt }) => Math.floor(sentAt / every) === slice)
  const fate = TELLING.find((each) => sent.some((write) => write.fate === each))
  return sent.find((write) => write.fate === fate)
}
