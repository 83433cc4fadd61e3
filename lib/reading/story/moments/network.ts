import type { JournalEvent } from '@/lib/sim/journal'
import { type NetworkNote, networkNote } from '../../events'
import type { Instant, MomentKind } from '../kind'

/** What has a kind of moment of its own, or happens to no network. */
const OTHERS = { header: true, settled: true, partition: true, heal: true } as const

type Done = Exclude<JournalEvent & { readonly host: null }, { readonly type: keyof typeof OTHERS }>

/** What the log has of it. */
export type DoneNote = Extract<NetworkNote, { readonly code: Done['type'] }>

/** What is done to the network is told as the log has it, where there is not more to tell. */
interface Network extends Instant {
  readonly done: DoneNote
}

export const network: MomentKind<Network> = {
  weight: 95,
  told: 'always',
  find({ run }) {
    const found: Network[] = []
    run.events.forEach((event, index) => {
      if (isDone(event)) found.push({ at: event.at, index, done: networkNote(event) })
    })
    return found
  },
}

function isDone(event: JournalEvent): event is Done {
  return event.host === null && !Object.hasOwn(OTHERS, event.type)
}
