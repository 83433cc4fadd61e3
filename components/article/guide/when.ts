import type { Answers } from '@/lib/guide/answers'

/** The attributes of what is there only with these answers: `app/guide.css` hides it with any other. */
export function when(answers: Partial<Answers>): Readonly<Record<`data-${string}`, string>> {
  return Object.fromEntries(Object.entries(answers).map(([question, answer]) => [`data-${question}`, answer]))
}
