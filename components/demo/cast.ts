import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Words } from '@/lib/words/words'

export type DemoWords = Words['demo']
/** The words of the lists under a demo. */
export type ListWords = Words['lists']

/** Who is on the stage and in which language they are spoken of; every part of a figure needs both. */
export interface Cast {
  readonly words: DemoWords
  readonly hosts: readonly string[]
}

/** Which words scenarios are told in that stand side by side. A kind of process that is spoken of otherwise has its own (kinds/). */
export const LANGUAGE = {
  wordsFor: (words: DemoWords, _: readonly Scenario[]): DemoWords => words,
}

/** Those on the stage of one scenario, and how they are spoken of. */
export function castOf(words: DemoWords, scenario: Scenario): Cast {
  return { words: LANGUAGE.wordsFor(words, [scenario]), hosts: Object.keys(scenario.hosts) }
}

/** The attribute by which pointing at a host in one place marks it everywhere in the same figure. */
export function entity(cast: Cast, host: string): { 'data-e'?: number } {
  const index = cast.hosts.indexOf(host)
  return index < 0 ? {} : { 'data-e': index }
}
