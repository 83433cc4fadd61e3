// Every sentence of a storyboard holds in the journal at its moment, whatever the controls of a demo are set to. Each is checked against
// the events alone, by another way than the one it was found by.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { filmOf, sideBySide } from '@/lib/reading/film/film'
import type { Headline } from '@/lib/reading/story/headline'
import type { CommonMomentCode, Moment, MomentOf } from '@/lib/reading/story/moment'
import type { Fate, Verdict } from '@/lib/reading/verdict/verdict'
import { SETTING_IDS, SETTINGS } from '@/lib/settings/settings'
import type { JournalEvent } from '@/lib/sim/journal'
import { runWithWire } from '@/lib/sim/run'
import { serversOf } from '@/lib/sim/scenario/edit'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { acknowledgedBy, dataOf, type Ground, gateIsOpen, isPrimary, isRunning } from './ground'
import { expectLocksAsTold, expectOwnerAsDrawn, holdsOfLocks, isOfLocks } from './lock-moments'
import { holdsOfMysql, reignOf } from './mysql-moments'

const names = Object.keys(scenarioFiles) as ScenarioName[]

const holds: { readonly [C in CommonMomentCode]: (moment: MomentOf<C>, ground: Ground) => void } = {
  split({ near, far, rest }, { run, event }) {
    if (event?.type !== 'partition') throw new Error('no partition')
    for (const host of near)
      for (const other of far) expect(event.groups.some((group) => group.includes(host) && group.includes(other))).toBe(false)
    if (rest) expect([...near, ...far].toSorted()).toEqual(Object.keys(run.scenario.hosts).toSorted())
  },
  network({ done: { code, ...said } }, { event }) {
    expect(event).toMatchObject({ type: code, ...said })
  },
  heal({ old, until, at }, { event, before, behind, run }) {
    expect(event?.type).toBe('heal')
    if (old === null) return
    expect(isPrimary(before, old)).toBe(true)
    // Somebody else has been made the primary.
    expect(before.some((other) => other.type === 'role' && other.role === 'primary' && other.host !== old)).toBe(true)
    if (until === null) expect(isPrimary(run.events, old) && isRunning(run.events, old)).toBe(true)
    else {
      const told = behind.find((other) => other.type === 'role' && other.host === old)
      expect(told).toMatchObject({ at: until, role: 'replica' })
      expect(until).toBeGreaterThan(at)
    }
  },
  kill({ host, stranded, complete, waited }, { run, before, event, verdict }) {
    const process = run.scenario.hosts[host]?.mysql === undefined ? 'redis' : 'mysql'
    expect(event).toMatchObject({ type: 'kill', host, process })
    const sentHere = new Set(verdict.writes.filter(({ server }) => server === host).map(({ write }) => write))
    const onReplicas = new Set(
      before.flatMap((other) => (other.type === 'apply' || other.type === 'relay-written' ? [other.write] : [])),
    )
    const answered = acknowledgedBy(before).filter((write) => sentHere.has(write))
    expect(stranded).toBe(answered.filter((write) => !onReplicas.has(write)).length)
    const unconfirmed = answered.filter((write) => !onReplicas.has(write))
    for (const write of waited ? unconfirmed : []) {
      const workload = verdict.writes[write]?.workload ?? -1
      expect(run.scenario.workload[workload]?.wait).toBeDefined()
      const confirmed = (other: JournalEvent) => other.type === 'wait-answer' && other.write === write && other.count > 0
      expect(before.some(confirmed)).toBe(false)
    }
    if (complete) expect(answered.length).toBeGreaterThan(0)
    if (complete) expect(stranded).toBe(0)
  },
  pause: ({ host }, { event }) => expect(event).toMatchObject({ type: 'pause', host }),
  resume: ({ host }, { event }) => expect(event).toMatchObject({ type: 'resume', host }),
  start({ host, role, writes, away, at, successor }, { event, before }) {
    expect(event).toMatchObject({ type: 'boot', host, role, writes })
    const killed = before.findLast((other) => other.type === 'kill' && other.host === host && other.process === 'redis')
    expect(at - (killed?.at ?? 0)).toBe(away)
    if (successor !== null) expect(isPrimary(before, successor) && isRunning(before, successor)).toBe(true)
  },
  command: ({ on, command }, { event }) => expect(event).toMatchObject({ type: 'reply', on, command }),
  down({ host, have, silence, at }, { event, before, run }) {
    expect(event).toMatchObject({ type: 'sentinel', event: '+odown', target: host, have })
    if (silence === null) return
    // Nothing of it reached the sentinel for so long: it did not run, or somebody cut the two apart.
    const since = before.filter((other) => other.at <= at - silence)
    const cut =
      since.findLastIndex((other) => other.type === 'partition' || other.type === 'cut') >
      since.findLastIndex((other) => other.type === 'heal')
    expect(!isRunning(since, host) || cut, `${host} at ${at} of ${run.scenario.name}`).toBe(true)
  },
  'not-elected': ({ sentinel }, { event }) =>
    expect(event).toMatchObject({ event: '-failover-abort-not-elected', host: sentinel }),
  'no-good-replica': ({ sentinel }, { event }) =>
    expect(event).toMatchObject({ event: '-failover-abort-no-good-slave', host: sentinel }),
  promoted({ at, host, old, goesOn, missing, acknowledged, passedOver }, { run, event, before, behind }) {
    expect(event).toMatchObject({ type: 'role', role: 'primary', host })
    const own = dataOf(run, before, host)
    const given = acknowledgedBy(before)
    expect(acknowledged).toBe(given.length)
    expect(missing).toBe(given.filter((write) => !own.has(write)).length)
    if (passedOver !== null) {
      const other = dataOf(run, before, passedOver)
      expect(given.some((write) => other.has(write) && !own.has(write))).toBe(true)
    }
    if (old === null || goesOn === null) return
    expect(isPrimary(before, old) && isRunning(before, old)).toBe(true)
    // At the instant, with all that happens in it.
    const now = run.events.filter((other) => other.at <= at)
    expect(gateIsOpen(now, old)).toBe(goesOn === 'open')
    // What it does with the next write that is sent to it, as long as nothing happens to it, shows it.
    const next = behind.find(
      (other) =>
        (other.type === 'execute' || other.type === 'gate' || other.type === 'role' || other.type === 'kill') &&
        other.host === old,
    )
    if (next?.type === 'execute' && next.at > at) expect(goesOn).toBe('open')
  },
  demoted({ host, of, refusing }, { event, before }) {
    expect(event).toMatchObject({ type: 'role', role: 'replica', host, of })
    expect(isPrimary(before, host)).toBe(true)
    expect(gateIsOpen(before, host)).toBe(!refusing)
  },
  'gate-closed'({ server, good, needed, silent, lag, at }, { event, before }) {
    expect(event).toMatchObject({ type: 'gate', host: server, good, needed, open: false })
    expect(good).toBeLessThan(needed)
    expect(isPrimary(before, server)).toBe(true)
    const attached = new Set(
      before.flatMap((other) =>
        other.type === 'settled' ? other.servers.flatMap(({ host, of }) => (of === server ? [host] : [])) : [],
      ),
    )
    for (const other of before) {
      if (other.type === 'replica-online' && other.host === server) attached.add(other.replica)
      if (other.type === 'replica-lost' && other.host === server) attached.delete(other.replica)
      if (other.type === 'kill' && other.process === 'redis' && other.host === server) attached.clear()
    }
    expect(attached.size - silent.length).toBe(good)
    for (const replica of silent) {
      const heard = before.filter(
        (other) => other.type === 'ack' && other.host === server && other.replica === replica && other.at >= at - lag,
      )
      expect(heard).toEqual([])
    }
  },
  'gate-open'({ server, good }, { event, before }) {
    expect(event).toMatchObject({ type: 'gate', host: server, good, open: true })
    expect(gateIsOpen(before, server)).toBe(false)
  },
  late({ server, replicas, behind, lag, at }, { event, before, run }) {
    expect(event).toMatchObject({ type: 'ack', host: server })
    expect(gateIsOpen(before, server)).toBe(true)
    const has = dataOf(run, before, server)
    for (const replica of replicas) {
      const heard = run.events.filter(
        (other) => other.type === 'ack' && other.host === server && other.replica === replica && other.at <= at,
      )
      expect(at - (heard.at(-1)?.at ?? 0)).toBeLessThan(lag + 1_000_000)
      const own = dataOf(run, before, replica)
      const lacked = before.filter((other) => other.type === 'execute' && has.has(other.write) && !own.has(other.write))
      const waited = at - (lacked[0]?.at ?? at)
      expect(waited).toBeGreaterThan(lag + 1_000_000)
      expect(waited).toBeLessThanOrEqual(behind)
    }
  },
  erased({ hosts, of, lost, discarded, at }, { run, verdict }) {
    const loads = run.events.filter(
      (other) =>
        other.type === 'load' &&
        other.primary === of &&
        hosts.includes(other.host) &&
        other.at <= at &&
        other.discarded > 0 &&
        at - other.at <= 4_000_000,
    )
    expect(new Set(loads.flatMap((other) => (other.type === 'load' ? [other.host] : [])))).toEqual(new Set(hosts))
    expect(discarded).toBeGreaterThan(0)
    const after = run.events.filter((other) => other.at <= at)
    const servers = Object.keys(run.scenario.hosts).filter((host) => run.scenario.hosts[host]?.redis)
    const held = servers.map((host) => dataOf(run, after, host))
    const gone = verdict.writes.filter(({ write, fate }) => fate === 'lost' && held.every((data) => !data.has(write)))
    expect(lost).toBeLessThanOrEqual(gone.length)
  },
  moved({ client, server, forGood, at }, { event, verdict }) {
    expect(event).toMatchObject({ type: 'answer', host: client, error: null })
    const later = verdict.writes.filter(
      (write) => write.client === client && write.error === null && (write.answeredAt ?? -1) >= at,
    )
    if (forGood) expect(new Set(later.map((write) => write.server))).toEqual(new Set([server]))
    else expect(later[0]?.server).toBe(server)
  },
  refused({ client, error, count }, { event, verdict, before }) {
    expect(event).toMatchObject({ type: 'answer', host: client, error })
    expect(before.some((other) => other.type === 'answer' && other.host === client && other.error === error)).toBe(false)
    expect(count).toBe(verdict.writes.filter((write) => write.client === client && write.error === error).length)
  },
  'wait-short'({ asked, count, times }, { run }) {
    expect(count).toBeLessThan(asked)
    expect(run.events.filter((other) => other.type === 'wait-answer' && other.count < other.asked)).toHaveLength(times)
  },
  waiting({ on, command, asked, at }, { event }) {
    expect(event).toMatchObject({ type: 'reply', on, command, name: 'WAIT' })
    expect(command.split(' ')[1]).toBe(String(asked))
    if (event?.type === 'reply') expect([event.at - event.took, event.took >= 500_000]).toEqual([at, true])
  },
  reply: ({ on, command, reply }, { event }) => expect(event).toMatchObject({ type: 'reply', on, command, reply }),
  'first-write': ({ client }, { event }) => expect(event).toMatchObject({ type: 'answer', host: client, error: null }),
  left({ hosts, primary, lost }, { run, verdict }) {
    expect(primary).toBe(verdict.finalPrimary)
    expect(lost).toBe(
      verdict.writes.filter(({ fate, lostBy, leftOn }) => fate === 'lost' && (lostBy === null || leftOn.length > 0)).length,
    )
    expect(hosts).not.toContain(primary)
    for (const host of hosts) if (isRunning(run.events, host)) expect(dataOf(run, run.events, host).size).toBeGreaterThan(0)
  },
  end({ primary, present, acknowledged }, { verdict }) {
    expect([primary, present, acknowledged]).toEqual([
      verdict.finalPrimary,
      verdict.acknowledged - verdict.lost,
      verdict.acknowledged,
    ])
  },
}

/** The counts of a verdict's sentence, by the writes one by one. */
function claims(headline: Headline, { writes }: Verdict): Partial<Record<string, number>> {
  const count = (...fates: readonly Fate[]): number => writes.filter(({ fate }) => fates.includes(fate)).length
  const counts: Readonly<Record<string, number>> = {
    attempted: writes.length,
    acknowledged: count('safe', 'lost'),
    refused: count('refused'),
    failed: count('refused', 'unanswered', 'no-connection'),
    ...(headline.code === 'waited' ? {} : { lost: count('lost') }),
  }
  return Object.fromEntries(Object.entries(counts).filter(([key]) => key in headline))
}

/** What decides a run, and is told whatever else there is to tell. */
const MATTERS: readonly JournalEvent['type'][] = ['partition', 'heal']

/** What ends or begins the life of a server. */
const STOPPED: readonly JournalEvent['type'][] = ['kill', 'boot', 'mysql-up']

function check(scenario: Scenario): void {
  const result = runWithWire(scenario)
  const film = filmOf(result)
  const { verdict } = film
  for (const moment of film.moments) {
    const ground = {
      run: result,
      verdict,
      event: result.events[moment.index],
      before: result.events.slice(0, moment.index),
      behind: result.events.slice(moment.index + 1),
    }
    const holdsTrue = { ...holds, ...holdsOfMysql, ...holdsOfLocks }[moment.code] as (moment: Moment, ground: Ground) => void
    holdsTrue(moment, ground)
  }
  for (const { server, segments } of film.lanes.lanes) {
    if (scenario.hosts[server]?.client?.lock !== undefined) {
      expectOwnerAsDrawn(server, segments, result)
      continue
    }
    for (const { from, to, kind } of segments) {
      const now = result.events.filter((event) => event.at <= Math.floor((from + to) / 2))
      const stopped = now.findLast((event) => STOPPED.includes(event.type) && event.host === server)
      expect(stopped?.type === 'kill', `${server} at ${from}`).toBe(kind === 'down')
      if (kind === 'down' || kind === 'frozen') continue
      expect(isPrimary(now, server)).toBe(kind !== 'replica')
      if (scenario.hosts[server]?.mysql !== undefined) expect(reignOf(now, server)).toBe(kind)
      else if (kind !== 'replica') expect(gateIsOpen(now, server)).toBe(kind === 'primary')
    }
  }
  expect(film.headline).toMatchObject(claims(film.headline, verdict))
  if (isOfLocks(film.headline)) expectLocksAsTold(film.headline, result)
  // What the lanes show is told: each cut, heal, change of role.
  const told = new Set(film.moments.map(({ index }) => index))
  for (const [index, event] of result.events.entries()) if (MATTERS.includes(event.type)) expect(told).toContain(index)
  const promotions = result.events.flatMap((event, index) =>
    (event.type === 'role' && event.role === 'primary') || event.type === 'promoted' ? [index] : [],
  )
  for (const index of promotions) expect(told).toContain(index)
}

/** Random values for every control that a scenario has, and a seed. */
const settings = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  parts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: SETTING_IDS.length, maxLength: SETTING_IDS.length }),
  touched: fc.array(fc.boolean(), { minLength: SETTING_IDS.length, maxLength: SETTING_IDS.length }),
})

function changed(name: ScenarioName, { seed, parts, touched }: { seed: number; parts: number[]; touched: boolean[] }): Scenario {
  // Controls are of Redis.
  const controls = serversOf(namedScenario(name)).length > 0 ? SETTING_IDS : []
  return controls.reduce(
    (scenario, id, index) => {
      const control = SETTINGS[id]
      if (!touched[index] || !control.applies(scenario)) return scenario
      const { min, max } = control.range(scenario)
      const value = Math.round(min + (parts[index] ?? 0) * (max - min))
      return control.check(scenario, value) === null ? control.write(scenario, value) : scenario
    },
    { ...namedScenario(name), seed },
  )
}

describe('every sentence of the storyboard', () => {
  it.each(names)('of %s holds at its moment, as it is built', (name) => check(namedScenario(name)))

  it.each(names)('of %s holds at its moment, whatever the controls are set to', (name) => {
    fc.assert(
      fc.property(settings, (values) => check(changed(name, values))),
      { numRuns: 6, seed: 6 },
    )
  })

  it('of two runs side by side is numbered in the order of time', () => {
    fc.assert(
      fc.property(settings, (values) => {
        const films = sideBySide([
          filmOf(runWithWire(namedScenario('split-brain'))),
          filmOf(runWithWire(changed('split-brain-gated', values))),
        ])
        for (const { moments } of films) {
          expect(new Set(moments.map(({ number }) => number)).size).toBe(moments.length)
          expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 6, seed: 6 },
    )
  })
})
