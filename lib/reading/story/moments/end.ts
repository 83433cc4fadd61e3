import type { Instant, MomentKind } from '../kind'
import { endOf } from './story'

interface End extends Instant {
  readonly primary: string | null
  readonly present: number
  readonly acknowledged: number
}

export const end: MomentKind<End> = {
  weight: 10,
  told: 'filler',
  find(story) {
    const { finalPrimary: primary, acknowledged, lost } = story.verdict
    return [{ ...endOf(story), primary, present: acknowledged - lost, acknowledged }]
  },
}
