// What is alive on every page. Texts stand in the markup, so one file speaks every language; a demo is fetched when it is needed.
import { offerChips } from './page/chips'
import { offerCopies } from './page/copies'
import { wakeDemos } from './page/demos'
import { followPlace } from './page/place'
import { followScenes } from './page/scenes'
import { offerSearch } from './page/search'
import { closeTerms } from './page/terms'
import { turnThemes } from './page/theme'

turnThemes()
offerCopies()
closeTerms()
followPlace()
offerSearch()
offerChips()
wakeDemos(followScenes())
