import type { Run } from '../journal'
import type { Verdict } from '../verdict/verdict'
import type { Frames } from './frame'
import type { Lanes } from './lanes'
import type { Moment, MomentCode } from './moment'
import { clientMoments } from './moments/clients'
import { failoverMoments } from './moments/failover'
import { faultMoments } from './moments/faults'
import { serverMoments } from './moments/servers'
import type { Story } from './moments/story'

const FEWEST = 3
const MOST = 6

/** What a reader must not miss comes first; of equal weight, the earlier. */
const WEIGHT: Readonly<Record<MomentCode, number>> = {
  promoted: 100,
  erased: 96,
  split: 95,
  'one-way': 95,
  kill: 94,
  pause: 93,
  command: 92,
  'not-elected': 91,
  'no-good-replica': 91,
  start: 90,
  'gate-closed': 88,
  reply: 87,
  demoted: 84,
  'wait-short': 82,
  heal: 80,
  resume: 78,
  down: 60,
  moved: 55,
  refused: 50,
  'gate-open': 40,
  'first-write': 20,
  end: 10,
}

/** Only to make up the number: not moments of decision. */
const FILLERS: ReadonlySet<MomentCode> = new Set(['first-write', 'end'])

/** The three to six decisive moments of a run, in the order in which they happened. */
export function storyboard(run: Run, verdict: Verdict, lanes: Lanes, frames: Frames): readonly Moment[] {
  const story: Story = { run, verdict, lanes, frames }
  const found = [...faultMoments(story), ...failoverMoments(story), ...serverMoments(story), ...clientMoments(story)]
  const ranked = found.sort((a, b) => WEIGHT[b.code] - WEIGHT[a.code] || a.at - b.at || a.index - b.index)
  const chosen = ranked.filter((moment) => !FILLERS.has(moment.code)).slice(0, MOST)
  const fillers = ranked.filter((moment) => FILLERS.has(moment.code)).slice(0, Math.max(0, FEWEST - chosen.length))
  return [...chosen, ...fillers].sort((a, b) => a.at - b.at || a.index - b.index)
}
