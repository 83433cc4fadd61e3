import { ScenarioError } from '@/lib/sim/scenario/field'
import { parseScenario } from '@/lib/sim/scenario/parse'

/** Why a scenario is refused, or null when it is accepted. @throws any error that is not meant for who wrote the scenario */
export function refusalOf(input: unknown): string | null {
  try {
    parseScenario(input)
    return null
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
}
