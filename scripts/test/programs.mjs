// The programs of this machine that the tests drive: Chromium for the pages; Redis and a network of its own for the lab;
// nginx for the recipe.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, stage } from '../stages.mjs'

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** How Chromium is started for pages of our own: without a window, and without what it does by itself. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Each program by the Debian package that brings it, and how to find it. */
const PROGRAMS = {
  chromium: findChromium,
  'redis-server': () => findProgram('redis-server'),
  'redis-sentinel': () => findProgram('redis-sentinel'),
  iproute2: () => findProgram('ip'),
  iptables: () => findProgram('iptables-restore'),
  'nginx-light': () => findProgram('nginx'),
}

/** What the browser tests need, and what the tests of the lab need, by Debian package. */
export const BROWSER = ['chromium']
export const LAB = ['redis-server', 'redis-sentinel', 'iproute2', 'iptables']

/** What the recipe for hosts is tried with where it is there. It is never installed: its package starts a server on port 80. */
export const HOSTING = ['nginx-light']

/** The path of a Chromium on this machine, or undefined. `CHROMIUM` names one that is elsewhere. */
export function findChromium() {
  return CHROMIUM.find((path) => path && existsSync(path))
}

/** The path of a program, or undefined. Root's own programs are found although PATH leaves them out. */
export function findProgram(name) {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Why tests that need these packages can't run here: what is missing and how to get it; null when all is there. */
export function whyMissing(packages) {
  const missing = missingOf(packages)
  if (missing.length === 0) return null
  const how = findProgram('apt-get') ? `apt-get install ${missing.join(' ')}` : 'install from your system'
  return `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing (${how})`
}

/**
 * The calls of apt-get that bring packages: none when nothing is missing, null where it can't be called. `--no-install-recommends`
 * leaves out what a machine needs that uses them daily.
 */
export function aptCalls(missing, { apt, isRoot }) {
  if (missing.length === 0) return []
  return apt && isRoot ? [['update'], ['install', '-y', '--no-install-recommends', ...missing]] : null
}

/** Installs what the tests drive and this machine lacks, through apt where that may be done; else says in one line what is missing. */
export async function ensureTestPrograms() {
  const apt = findProgram('apt-get')
  const missing = missingOf([...BROWSER, ...LAB])
  const calls = aptCalls(missing, { apt, isRoot: process.getuid?.() === 0 })
  if (calls?.length === 0) return
  if (calls) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await stage(`Installing ${missing.join(', ')} (apt-get)`, async () => {
      for (const call of calls) await run(apt, call, { quiet: true, env })
    })
  }
  const why = whyMissing([...BROWSER, ...LAB])
  if (why !== null) process.stdout.write(`${why}; tests that need this are skipped\n`)
}

function missingOf(packages) {
  return packages.filter((name) => !PROGRAMS[name]())
}
