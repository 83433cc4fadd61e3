import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { Instant, MomentKind } from '../kind'
import { after, toServer } from './story'

/** A server that was frozen goes on. */
interface Resume extends Instant {
  readonly host: string
  readonly primary: boolean
}

export const resume: MomentKind<Resume> = {
  weight: 78,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'resume')
      .filter(toServer)
      .map(({ event: { at, host }, index }) => {
        return { at, index, host, primary: isPrimary(after(lanes, host, at)) }
      }),
}
