import { USUAL } from '@/lib/guide/answers'
import { faultScenario } from '@/lib/guide/faults'

/** The deployment that every article recommends: what the guide comes to where nothing is answered. Its fault is one the tests put it to. */
export const RECOMMENDED = faultScenario(USUAL, 'cut-off')
