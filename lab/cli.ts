// Carries a scenario out against real servers and holds it against the kernel: `npm run lab -- NAME|FILE [--runs N] [--record] [--loopback]`.
import { rmSync, writeFileSync } from 'node:fs'
import { release, type } from 'node:os'
import { relative } from 'node:path'
import { compare } from '@/lib/evidence/compare'
import { simulate } from '@/lib/evidence/outcome'
import { type RealResult, type RecordingHeader, scenarioHash, writeRecording } from '@/lib/evidence/recording'
import { serverName } from '@/lib/evidence/server-name'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { printLines, tell } from '@/lib/terminal/terminal.mjs'
import { HELP, type RunRequest, readArguments } from './arguments'
import { CleanUp, cleanUpAtExit } from './clean-up'
import { chooseNetwork, type NetworkChoice } from './network/choose'
import { unseenOnLoopback } from './network/unseen'
import { findPrograms, versionOf } from './process/programs'
import { loadRecording, recordedNames, recordingPath } from './recordings'
import { Disturbed, runOnce } from './run-once'
import { loadOwnSubject, loadSubject } from './subject'
import { tableLines } from './table'
import { makeWorkplace, removeAbandonedWorkplaces } from './workplace'

/** Simulated runs that the real ones are held against. */
const SIMULATED_RUNS = 200
/** Runs that were disturbed are repeated so many times in all. */
const REPEATS = 10

const cleanUp = new CleanUp()
cleanUpAtExit(cleanUp)
try {
  await main()
} finally {
  cleanUp.run()
}

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2))
  if (request === null) await printLines(HELP)
  else if ('check' in request) await check(request.check)
  else await carryOut(request)
}

/** Holds recordings against the kernel; fails where they disagree. */
async function check(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : recordedNames()) {
    const { recording, scenario } = loadRecording(name)
    if (recording.header.hash !== scenarioHash(scenario)) {
      await printLines([`${name}: the scenario has changed since it was recorded`])
      process.exitCode = 1
      continue
    }
    const { lines, agrees } = comparison(scenario, recording.header, recording.runs)
    await printLines([...lines, ''])
    if (!agrees) process.exitCode = 1
  }
}

async function carryOut(request: RunRequest): Promise<void> {
  const scenario = request.record ? loadOwnSubject(request.subject) : loadSubject(request.subject)
  removeAbandonedWorkplaces()
  const directory = makeWorkplace()
  cleanUp.add(() => rmSync(directory, { recursive: true, force: true }))
  const programs = findPrograms(scenario, directory, request.server)
  const network = chooseNetwork(programs, request.loopback)
  if (network.kind === 'loopback' && unseenOnLoopback(scenario) === 'everything')
    throw new BadInput(`${scenario.name} is nothing that loopback addresses can show: run it as root on Linux`)
  if (network.warning !== null) tell(network.warning)
  const results: RealResult[] = []
  let repeats = 0
  while (results.length < request.runs) {
    const label = `${scenario.name} ${results.length + 1}/${request.runs}`
    try {
      const result = await runOnce(scenario, {
        programs,
        cleanUp: cleanUp.part(),
        directory,
        build: network.build,
        say: (text) => tell(`${label}: ${text}`),
      })
      tell(`${label}: ${inShort(result)}`)
      results.push(result)
    } catch (error) {
      repeats += 1
      if (!(error instanceof Disturbed) || repeats > REPEATS) throw error
      tell(`${label}: once more, ${error.message}`)
    }
  }
  if (request.record) record(scenario, versionOf(programs), network, results)
  const { lines, agrees } = comparison(scenario, { server: versionOf(programs), network: network.kind }, results)
  await printLines(lines)
  if (!agrees) process.exitCode = 1
}

function comparison(
  scenario: Scenario,
  { server, network }: Pick<RecordingHeader, 'server' | 'network'>,
  results: readonly RealResult[],
): { readonly lines: readonly string[]; readonly agrees: boolean } {
  const all = compare(scenario, results, simulate(scenario, SIMULATED_RUNS))
  const factsOnly = network === 'loopback' && unseenOnLoopback(scenario) === 'figures'
  const rows = factsOnly ? all.filter(({ kind }) => kind === 'decided') : all
  const odd = rows.filter(({ agrees }) => !agrees).length
  const lines = [
    `${scenario.name}: ${results.length} runs of ${serverName(server)} beside ${SIMULATED_RUNS} simulated ones`,
    ...tableLines(rows),
    ...(factsOnly ? ['times and counts are left out: loopback addresses cannot show how long TCP needs after a heal'] : []),
    odd === 0 ? 'they agree' : `they disagree in ${odd} lines`,
  ]
  return { lines, agrees: odd === 0 }
}

function record(scenario: Scenario, server: string, { kind }: NetworkChoice, runs: readonly RealResult[]): void {
  const header = {
    format: 1,
    scenario: scenario.name,
    hash: scenarioHash(scenario),
    server,
    system: `${type()} ${release().split('-')[0]}`,
    network: kind,
    recorded: new Date().toISOString().slice(0, 10),
  } as const
  const path = recordingPath(scenario.name, server.startsWith('MariaDB') ? 'mariadb' : 'own')
  writeFileSync(path, writeRecording({ header, runs }))
  tell(`recorded in ${relative(process.cwd(), path)}`)
}

function inShort({ writes, failovers, demotions, finalPrimary }: RealResult): string {
  const moves = [
    ...failovers.map(({ to, promotedAtMs }) => `${to} promoted at ${(promotedAtMs / 1000).toFixed(2)} s`),
    ...demotions.map(({ host, atMs }) => `${host} demoted at ${(atMs / 1000).toFixed(2)} s`),
  ]
  return [`${writes.acknowledged} acknowledged, ${writes.lost} lost`, ...moves, `final primary ${finalPrimary ?? 'none'}`].join(
    ', ',
  )
}
