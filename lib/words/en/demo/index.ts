import { number } from '../counted'
import { alternative } from './alternative'
import { ledger } from './ledger'
import { log, notes } from './log'
import { seconds } from './pieces'
import { player } from './player'
import { controls } from './settings'
import { stage } from './stage'
import { headlines, moments } from './story'
import { fates, kinds, lanes } from './timeline'

/** Words of the demos. */
export const demo = {
  number,
  seconds,
  headlines,
  moments,
  notes,
  fates,
  kinds,
  lanes,
  stage,
  alternative,
  player,
  controls,
  ledger,
  log,
}
