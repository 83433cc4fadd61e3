import { host, type Phrase, say } from '../../phrase'
import { seconds } from './pieces'

/** The cluster at one instant. */
export const stage = {
  letters: { primary: 'P', replica: 'R', sentinel: 'S', client: 'C' },
  roles: { primary: 'primary', replica: 'replica', sentinel: 'sentinel', client: 'client' },
  says: (primary: string): Phrase => say`says ${host(primary)}`,
  suspects: (primary: string): Phrase => say`${host(primary)} down?`,
  dead: 'dead',
  frozen: 'frozen',
  refuses: 'refuses writes',
  answersOk: 'answers OK',
  noAnswer: 'no answer',
  noConnection: 'no connection',
  at: (micros: number) => `at ${seconds(micros)}`,
  caption: 'Messages are drawn slower than they travel.',
}
