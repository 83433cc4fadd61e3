import { commits } from './commits'
import { conf } from './conf'
import { copying } from './copying'
import { demo } from './demo'
import { links } from './demo/links'
import { lists } from './demo/lists'
import { still } from './demo/still'
import { durability } from './durability'
import { embed } from './embed'
import { evidence } from './evidence'
import { glossary } from './glossary'
import { guide } from './guide'
import { linkPage } from './link-page'
import { offsets } from './offsets'
import { redisson } from './redisson'
import { search } from './search'
import { site } from './site'
import { symptoms } from './symptoms'

export const en = {
  commits,
  conf,
  copying,
  demo,
  durability,
  embed,
  evidence,
  glossary,
  guide,
  linkPage,
  links,
  lists,
  offsets,
  redisson,
  search,
  site,
  still,
  symptoms,
}
