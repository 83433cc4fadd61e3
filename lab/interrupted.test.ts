import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { removeLeftovers } from './network/namespaces'
import { findProgram } from './process/child'
import { whyNoLab } from './testing/possible'
import { removeAbandonedWorkplaces } from './workplace'

const ip = findProgram('ip') ?? ''
const why = whyNoLab()

/** Long enough for a cluster to come up on a busy machine. */
const WAIT = { timeout: 30_000, interval: 50 }

interface Lab {
  readonly pid: number
  readonly ended: Promise<number | null>
}

const labs: Lab[] = []

function startLab(): Lab {
  const child = spawn(process.execPath, ['scripts/typescript.mjs', 'lab/cli.ts', 'slow-link-crash'], { stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const lab = { pid: child.pid ?? 0, ended }
  labs.push(lab)
  return lab
}

function namespacesOf({ pid }: Lab): readonly string[] {
  const names = execFileSync(ip, ['netns', 'list'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
  return names.filter((name) => name.startsWith(`lost-writes-${pid}.`))
}

function processesIn(namespaces: readonly string[]): readonly number[] {
  return namespaces.flatMap((name) =>
    execFileSync(ip, ['netns', 'pids', name], { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number),
  )
}

function workplacesOf({ pid }: Lab): readonly string[] {
  return ['/dev/shm', tmpdir()]
    .flatMap((parent) => readdirSync(parent))
    .filter((name) => name.startsWith(`lost-writes-lab-${pid}-`))
}

/** A process that has ended but was not yet waited for counts as gone. */
function isGone(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || / Z /.test(readFileSync(stat, 'utf8'))
}

function interfaces(): readonly string[] {
  return readdirSync('/sys/class/net').sort()
}

/** The lab once three servers, two relays and the operator run. */
async function inFullSwing(): Promise<{
  readonly lab: Lab
  readonly namespaces: readonly string[]
  readonly processes: readonly number[]
}> {
  const lab = startLab()
  await vi.waitFor(() => expect(processesIn(namespacesOf(lab)).length).toBeGreaterThanOrEqual(6), WAIT)
  const namespaces = namespacesOf(lab)
  return { lab, namespaces, processes: processesIn(namespaces) }
}

afterEach(() => {
  for (const { pid } of labs.splice(0)) if (!isGone(pid)) process.kill(pid, 'SIGTERM')
})

describe('an interrupted lab leaves nothing behind', () => {
  beforeEach(({ skip }) => skip(why !== null, why ?? ''))

  it.each(['SIGINT', 'SIGTERM'] as const)('after %s', { timeout: 90_000 }, async (signal) => {
    const before = interfaces()
    const { lab, namespaces, processes } = await inFullSwing()
    expect(namespaces).toHaveLength(8)
    process.kill(lab.pid, signal)
    expect(await lab.ended).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(namespacesOf(lab)).toEqual([])
    expect(workplacesOf(lab)).toEqual([])
    await vi.waitFor(() => expect(processes.filter((pid) => !isGone(pid))).toEqual([]), WAIT)
    expect(interfaces()).toEqual(before)
  })

  it('after SIGKILL: the kernel ends its processes, the next lab removes its namespaces and files', {
    timeout: 90_000,
  }, async () => {
    const { lab, processes } = await inFullSwing()
    process.kill(lab.pid, 'SIGKILL')
    await lab.ended
    await vi.waitFor(() => expect(processes.filter((pid) => !isGone(pid))).toEqual([]), WAIT)
    expect(workplacesOf(lab)).toHaveLength(1)
    removeLeftovers({ ip })
    removeAbandonedWorkplaces()
    expect(namespacesOf(lab)).toEqual([])
    expect(workplacesOf(lab)).toEqual([])
  })
})
