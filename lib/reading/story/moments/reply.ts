import type { Reply as Answer } from '@/lib/sim/journal'
import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'
import { commandName, isOrder } from './story'

/** A command typed by hand whose answer is the point. */
interface Reply extends Instant {
  readonly on: string
  readonly command: string
  readonly reply: Answer
  readonly took: number
}

/** Commands whose answer is told though others write as well. */
const TELLING: ReadonlySet<string> = new Set(['WAIT', 'SENTINEL CKQUORUM'])

export const reply: MomentKind<Reply> = {
  weight: 87,
  told: 'room',
  find({ run }) {
    // Where nothing else writes, all of them are.
    const all = run.scenario.workload.length === 0
    return eventsOf(run, 'reply').flatMap(({ event, index }): Reply[] => {
      const { at, on, command, reply: answer, took } = event
      const telling = all ? !isOrder(event) : TELLING.has(commandName(event))
      return telling ? [{ at, index, on, command, reply: answer, took }] : []
    })
  },
}
