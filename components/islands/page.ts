// What is alive on every page. Texts stand in the markup, so one file speaks every language; a demo is fetched when it is needed.
import { offerCopies } from './page/copies'
import { wakeDemos } from './page/demos'
import { followPlace } from './page/place'
import { turnThemes } from './page/theme'

turnThemes()
offerCopies()
followPlace()
wakeDemos()
