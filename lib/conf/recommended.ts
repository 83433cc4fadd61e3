import recommended from '@/content/recommended.json'
import { parseScenario } from '@/lib/sim/scenario/parse'

/** The deployment that every article recommends. Its faults are those the tests put it to. */
export const RECOMMENDED = parseScenario(recommended)
