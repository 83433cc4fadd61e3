import type { Run } from '@/lib/sim/outputs'
import { FIGURE_KINDS, type FigureKey, type Figures } from '../figures/figures'
import { waitName } from '../story/moments/story'
import { type LockCounts, resultOf } from '../verdict/result'
import type { Verdict } from '../verdict/verdict'

/** The verdict of one run, for people. */
export function verdictLines(run: Run, verdict: Verdict): readonly string[] {
  const { kernel, scenario, seed, writes, failovers, demotions, finalPrimary, locks } = resultOf(run, verdict)
  const refusals = Object.entries(writes.rejected).filter(([error]) => error !== 'NOCONN')
  const refused = refusals.map(([error, count]) => `${error} ${count} from ${inSeconds(writes.firstRejectedAtMs[error])}`)
  const held = new Set(verdict.writes.flatMap(({ leftOn }) => leftOn))
  const lines = [
    `${scenario}, seed ${seed}, kernel ${kernel}`,
    `attempted     ${writes.attempted}`,
    `acknowledged  ${writes.acknowledged}`,
    `refused       ${[verdict.refused, ...refused].join(', ')}`,
    `unanswered    ${writes.unanswered}${writes.survivedUnacknowledged > 0 ? `; never acknowledged, yet there at the end: ${writes.survivedUnacknowledged}` : ''}`,
    ...(verdict.noConnection > 0
      ? [`no connection ${verdict.noConnection} from ${inSeconds(writes.firstRejectedAtMs.NOCONN)}`]
      : []),
    `lost          ${writes.lost}${writes.lost > 0 ? `, sent ${inSeconds(writes.firstLostAtMs)} to ${inSeconds(writes.lastLostAtMs)}` : ''}${held.size > 0 ? `, some still on ${[...held].join(', ')} at the end` : ''}`,
  ]
  for (const [count, wait] of Object.entries(writes.waits))
    lines.push(`${`${waitName(run.scenario)} → ${count}`.padEnd(13)} ${wait.writes} writes, ${wait.lost} lost`)
  for (const { from, to, epoch, leader, promotedAtMs, switchedAtMs } of failovers) {
    const switched = Object.entries(switchedAtMs).map(([sentinel, at]) => `${sentinel} ${inSeconds(at)}`)
    const who = leader === null ? 'by hand' : `leader ${leader}, epoch ${epoch ?? '?'}`
    lines.push(
      `failover      ${from ?? '?'} → ${to} at ${inSeconds(promotedAtMs)}, ${who}${switched.length > 0 ? `; named by ${switched.join(', ')}` : ''}`,
    )
  }
  for (const { atMs, host, resync } of demotions)
    lines.push(`demotion      ${host} at ${inSeconds(atMs)}, resync ${resync ?? 'undecided'}`)
  return [...lines, ...(locks === undefined ? [] : lockLines(locks)), `final primary ${finalPrimary ?? 'none'}`]
}

function lockLines({ acquired, refused, failed, overlaps, repeatedTokens, resource, orphanedMs }: LockCounts): readonly string[] {
  const failures = Object.entries(failed).map(([error, count]) => `${error} ${count}`)
  return [
    `locks         ${acquired} acquired, ${refused} refused${failures.length > 0 ? `, failed ${failures.join(', ')}` : ''}`,
    ...overlaps.map(
      ({ name, owners, fromMs, untilMs, cause }) =>
        `two owners    of ${name}: ${owners.join(' and ')} from ${inSeconds(fromMs)} to ${inSeconds(untilMs)} (${cause})`,
    ),
    ...repeatedTokens.map(
      ({ kind, token, owners, atMs }) => `token ${token}       ${kind} at ${inSeconds(atMs)}: ${owners.join(', ')}`,
    ),
    `resource      ${resource.accepted} accepted, ${resource.staleAccepted} of them stale; ${resource.rejected} refused`,
    ...(orphanedMs > 0 ? [`orphaned      ${inSeconds(orphanedMs)}`] : []),
  ]
}

/** The spread of each figure over several runs: in how many runs it has a value, its least, its median, its greatest. */
export function spreadLines(runs: readonly Figures[]): readonly string[] {
  const keys = (Object.keys(FIGURE_KINDS) as readonly FigureKey[]).filter((key) =>
    runs.some((figures) => (figures[key] ?? 0) !== 0),
  )
  const rows = keys.map((key) => {
    const values = runs.map((figures) => figures[key]).filter((value) => value !== null)
    const sorted = [...values].sort((a, b) => a - b)
    const shown = [sorted[0], median(sorted), sorted.at(-1)].map((value) => inUnit(value ?? 0, key))
    return [key, `${values.length}`, ...shown]
  })
  return table([['', 'runs', 'min', 'median', 'max'], ...rows])
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
}

function median(sorted: readonly number[]): number | undefined {
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

function inUnit(value: number, key: FigureKey): string {
  const kind = FIGURE_KINDS[key]
  if (kind === 'time' || kind === 'span') return inSeconds(value)
  return kind === 'percent' ? `${value.toFixed(1)} %` : String(value)
}

function inSeconds(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? '?' : `${(ms / 1000).toFixed(4)} s`
}
