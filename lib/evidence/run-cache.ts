import { join } from 'node:path'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { keep, sha256, textAt } from './kept-file'
import type { Outcome } from './outcome'
import { isOutcome } from './recording'

const FOLDER = join(process.cwd(), '.cache', 'evidence')

/**
 * What simulated runs came to, kept between builds: a file a scenario, of lines of JSON. The first says which kernel and scenario it
 * is of, and what the others hash to; each of those is an outcome, in the order of the seeds.
 */
export class RunCache {
  /** `kernel`: the hash of the kernel whose runs these are. */
  constructor(
    readonly kernel: string,
    private readonly folder = FOLDER,
  ) {}

  /** The first outcomes of the scenario, so many; null where there are not as many of this kernel and this scenario, unbroken. */
  read(scenario: Scenario, runs: number): readonly Outcome[] | null {
    const [header, ...lines] = textAt(this.pathOf(scenario)).split('\n')
    if (header !== this.headerOf(scenario, lines) || lines.length < runs) return null
    const outcomes = lines.slice(0, runs).map((line): unknown => JSON.parse(line))
    return outcomes.every(isOutcome) ? outcomes : null
  }

  /** Puts outcomes in the place of what was kept. Whoever reads meanwhile finds the old ones or the new ones. */
  write(scenario: Scenario, outcomes: readonly Outcome[]): void {
    const lines = outcomes.map((outcome) => JSON.stringify(outcome))
    keep(this.pathOf(scenario), [this.headerOf(scenario, lines), ...lines].join('\n'))
  }

  private pathOf({ name }: Scenario): string {
    return join(this.folder, `${name}.jsonl`)
  }

  private headerOf(scenario: Scenario, lines: readonly string[]): string {
    const { kernel } = this
    return JSON.stringify({ format: 1, kernel, scenario: sha256(JSON.stringify(scenario)), outcomes: sha256(lines.join('\n')) })
  }
}
