import { expect, Snapshots } from 'vitest'
import { seconds } from '@/lib/reading/lists/line'
import { transcript } from '@/lib/reading/lists/transcript'
import type { Run } from '@/lib/sim/outputs'
import { readActionLine } from '@/lib/sim/scenario/action-line'
import type { Cluster } from './cluster'

declare module 'vitest' {
  interface Matchers {
    /**
     * Holds a cluster against a tale: what is done to it, a line `----`, and what came back, as the lines of the transcript. Above the
     * line stand actions (`at 3000 type c1 "WAIT 1 500"`), comments (`# why`), `until 9000` where 20 s are not the right length, and
     * `show +sdown, is now` for what else is to be seen than the answers to what was typed. Below it Vitest writes: `npm test -- -u`.
     */
    toTell(tale: string): void
  }
}

const BAR = '----'

/** A text that a snapshot shows as it is. */
class Tale {
  constructor(readonly text: string) {}
}

expect.addSnapshotSerializer({ test: (value) => value instanceof Tale, serialize: ({ text }: Tale) => text })

expect.extend({
  toTell(cluster: Cluster, text: string) {
    return Snapshots.toMatchInlineSnapshot.call(this, new Tale(tell(cluster, text)), text)
  },
})

/** The tale of what the lines of a text do to a cluster; what stands below the bar is told anew. Throws on a line that says nothing. */
export function tell(cluster: Cluster, text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const bar = lines.indexOf(BAR)
  const done = lines.slice(0, bar < 0 ? lines.length : bar).filter((line) => line !== '')
  const run = played(cluster, done)
  const words = done.flatMap((line) => wordsBehind('show', line)).flatMap((shown) => shown.split(', '))
  const came = transcript(run).filter((line) => isTold(line, words))
  const all = [...came, ...unanswered(run, came)].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
  return [...done, BAR, ...(all.length === 0 ? ['nothing'] : all)].join('\n')
}

function played(cluster: Cluster, done: readonly string[]): Run {
  let { durationMs, actions } = cluster.scenario
  for (const line of done) {
    const [until] = wordsBehind('until', line)
    if (until !== undefined) durationMs = Number(until)
    else if (!/^(#|show )/.test(line)) actions = [...actions, readActionLine(line)]
  }
  return cluster.with({ durationMs, actions }).run().run
}

function wordsBehind(word: string, line: string): readonly string[] {
  return line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []
}

/** The lines above the journal have no time; an answer to what was typed stands behind its host and `>`. */
function isTold(line: string, words: readonly string[]): boolean {
  return /^\d/.test(line) && (/^\S+ +[\w.]+> /.test(line) || words.some((one) => line.includes(one)))
}

/** What was typed and had no answer when the run ended. */
function unanswered({ scenario }: Run, came: readonly string[]): readonly string[] {
  return scenario.actions.flatMap((action) => {
    if (!('run' in action)) return []
    const [at, typed] = [seconds(action.atMs * 1000), `${action.run.on}> ${action.run.command}: `]
    const answered = came.some((line) => line.startsWith(at) && line.includes(typed))
    return answered ? [] : [`${at.padEnd(16)}  ${typed}no answer`]
  })
}
