/**
 * What a team has to answer, with the answers there are; the first of each is the usual one. Their words stand in `guide.ts` of the
 * catalogues.
 */
export const QUESTIONS = {
  /** How many replicas the primary has. */
  replicas: ['two', 'one', 'three'],
  /** Which is worse: a write that is refused, or one that is lost. */
  worse: ['refused', 'lost'],
  /** Whether clients can send `WAIT` behind the writes that must not be lost. */
  wait: ['no', 'yes'],
  /** How soon a failover has to come. */
  failover: ['usual', 'quick', 'patient'],
  /** Whether all servers may lose their power at once. */
  power: ['no', 'yes'],
} as const

export type Question = keyof typeof QUESTIONS

export type Answer<Of extends Question> = (typeof QUESTIONS)[Of][number]

export type Answers = { readonly [Of in Question]: Answer<Of> }

export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly Question[]

/** What is recommended to whoever answers nothing. */
export const USUAL: Answers = {
  replicas: QUESTIONS.replicas[0],
  worse: QUESTIONS.worse[0],
  wait: QUESTIONS.wait[0],
  failover: QUESTIONS.failover[0],
  power: QUESTIONS.power[0],
}

/** Every way to answer these questions, the others as usual: the usual answers first. */
export function everyAnswer(questions: readonly Question[] = QUESTION_NAMES): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (all, question) =>
      all.flatMap((answers) => QUESTIONS[question].map((answer): Answers => ({ ...answers, [question]: answer }))),
    [USUAL],
  )
}

/** Part of an address for each answer; what is usual is left out, but for the first two questions. */
const IN_ADDRESS: { readonly [Of in Question]: Readonly<Record<Answer<Of>, string | null>> } = {
  replicas: { one: 'one-replica', two: 'two-replicas', three: 'three-replicas' },
  worse: { refused: 'keep-writing', lost: 'no-loss' },
  wait: { no: null, yes: 'wait' },
  failover: { usual: null, quick: 'quick', patient: 'patient' },
  power: { no: null, yes: 'power' },
}

/** The id of what the guide comes to, part of an address that lasts: `two-replicas-no-loss`, `one-replica-keep-writing-wait-quick`. */
export function outcomeId(answers: Answers): string {
  const part = <Of extends Question>(question: Of): string | null => IN_ADDRESS[question][answers[question]]
  return QUESTION_NAMES.map(part)
    .filter((text) => text !== null)
    .join('-')
}

/** The ids of everything that the guide can come to. */
export const OUTCOME_IDS: ReadonlySet<string> = new Set(everyAnswer().map(outcomeId))
