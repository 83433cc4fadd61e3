import { number } from '../counted'
import { alternative } from './alternative'
import { panels } from './panels'
import { instant } from './pieces'
import { player } from './player'
import { controls } from './settings'
import { stage } from './stage'
import { headlines, moments } from './story'
import { fates, kinds, lanes } from './timeline'

/** Words of the demos. */
export const demo = {
  number,
  instant,
  headlines,
  moments,
  fates,
  kinds,
  lanes,
  stage,
  alternative,
  player,
  panels,
  controls,
}
