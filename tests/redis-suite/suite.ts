import { expect } from 'vitest'
import { writesOf } from '@/lib/reading/verdict/copies'
import { replay } from '@/lib/reading/verdict/replay'
import type { Reply } from '@/lib/sim/journal'
import { run } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Cluster } from '@/tests/kernel/cluster'
import { infoField, Story } from '@/tests/kernel/story'

const SEEDS = 20

/** A scenario of the suite over several seeds. It is run once, however many tests look at it. */
export class Case {
  private told: readonly Story[] | null = null

  constructor(
    private readonly test: Cluster,
    private readonly seeds: number,
  ) {}

  /** Checks every run; says of which seed it was. */
  each(check: (story: Story) => void): void {
    this.told ??= this.play()
    for (const story of this.told) {
      try {
        check(story)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw new Error(`seed ${story.run.scenario.seed}: ${message}`, { cause: error })
      }
    }
  }

  /** The scenario goes through its reader, as if it came from a file. */
  private play(): readonly Story[] {
    const scenario = parseScenario(JSON.parse(JSON.stringify(this.test.scenario)))
    return Array.from({ length: this.seeds }, (_, index) => new Story(run({ ...scenario, seed: index + 1 })))
  }
}

export function suiteCase(test: Cluster, seeds = SEEDS): Case {
  return new Case(test, seeds)
}

/** Types one command at several processes. */
export function typeAll(test: Cluster, atMs: number, on: readonly string[], command: string): Cluster {
  return on.reduce((scenario, host) => scenario.at(atMs).type(host, command), test)
}

/** Breaks the link of a replica, which comes back `awayMs` later: `CLIENT KILL TYPE master` of the suite. `r9` never answers. */
export function breakLink(test: Cluster, atMs: number, replica: string, primary: string, awayMs = 10): Cluster {
  return test
    .at(atMs)
    .type(replica, 'REPLICAOF r9 6379')
    .at(atMs + awayMs)
    .type(replica, `REPLICAOF ${primary} 6379`)
}

/** A server that is dead from the start, for links that lead nowhere. */
export function withDeadServer(test: Cluster): Cluster {
  return test.server('r9', { conf: {} }).at(0).kill('r9')
}

/** The reply to a command that was typed at this process: the `nth` of its kind in the order of the file, from 1; −1 is the last. */
export function answer(story: Story, on: string, command: string, nth = 1): Reply {
  const indices = story.run.scenario.actions.flatMap((action, index) =>
    'run' in action && action.run.on === on && action.run.command === command ? [index] : [],
  )
  const index = indices.at(nth < 0 ? nth : nth - 1)
  if (index === undefined) throw new Error(`"${command}" is not typed ${nth} times at ${on}`)
  return story.first('reply', { action: index }).reply
}

/** A field of the `nth` `INFO replication` typed at a server. */
export function info(story: Story, server: string, field: string, nth = 1): string | null {
  return infoField(answer(story, server, 'INFO replication', nth), field)
}

/** The items of a reply that is a list. */
export function list(reply: Reply): readonly Reply[] {
  if (!Array.isArray(reply)) throw new Error(`no list: ${JSON.stringify(reply)}`)
  return reply
}

/** First item of the `nth` `ROLE` typed at a server: `master` or `slave`. */
export function roleOf(story: Story, server: string, nth = 1): Reply | undefined {
  return list(answer(story, server, 'ROLE', nth))[0]
}

/** What a server answered to PSYNC, as `INFO stats` counts it: `sync_full`, `sync_partial_ok`, `sync_partial_err`. */
export function syncs(story: Story, primary: string, fromMs = 0): { full: number; partial: number; rejected: number } {
  const answers = story.all('psync', { host: primary }, fromMs)
  const full = answers.filter(({ outcome }) => outcome === 'full')
  return {
    full: full.length,
    partial: answers.filter(({ outcome }) => outcome === 'continue').length,
    rejected: full.filter(({ replid }) => replid !== '?').length,
  }
}

/** At the end these servers hold the same data, which is not nothing: `DEBUG DIGEST` of the suite. */
export function expectSameData(story: Story, ...servers: readonly string[]): void {
  const data = replay(story.run)
  const [first = [], ...others] = servers.map((server) => [...writesOf(data.dataOf(server))])
  expect(first.length).toBeGreaterThan(0)
  for (const other of others) expect(other).toEqual(first)
}
