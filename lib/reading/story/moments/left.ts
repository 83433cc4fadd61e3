import type { Instant, MomentKind } from '../kind'
import { endOf } from './story'

/** The run ends before copies of lost writes have been erased. `hosts`: who still has some; `primary`: who has none. */
interface Left extends Instant {
  readonly hosts: readonly string[]
  readonly primary: string | null
  readonly lost: number
}

export const left: MomentKind<Left> = {
  weight: 96,
  told: 'always',
  find(story) {
    const { writes, finalPrimary: primary } = story.verdict
    const lost = writes.filter(({ leftOn }) => leftOn.length > 0)
    const hosts = [...new Set(lost.flatMap(({ leftOn }) => leftOn))].sort()
    return lost.length === 0 ? [] : [{ ...endOf(story), hosts, primary, lost: lost.length }]
  },
}
