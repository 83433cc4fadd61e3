// Installs what a fresh clone lacks; called by the other scripts before they need it, so it uses nothing but Node itself.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { mustRun, root, run, stage } from './stages.mjs'

/** Installs the packages of the lock file, if any of them is missing or of another version; says nothing when all are there. */
export async function ensurePackages() {
  if (packagesMatchLock(root)) return
  // Tools are wanted whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  await alone('installation', () => mustRun('Installing packages (npm ci)', 'npm', args))
}

/** Whether the packages of a checkout are those of its lock file. An installation that was interrupted has left no list, or half of one. */
export function packagesMatchLock(checkout) {
  const have = packagesOf(join(checkout, 'node_modules', '.package-lock.json'))
  if (have === null) return false
  return Object.entries(packagesOf(join(checkout, 'package-lock.json')) ?? {}).every(
    ([path, { version, optional }]) => path === '' || (have[path] ? have[path].version === version : optional),
  )
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium on this machine, or undefined. `CHROMIUM` names one that is elsewhere. */
export function findChromium() {
  return CHROMIUM.find((path) => path && existsSync(path))
}

/** The path of a program on PATH, or undefined. */
export function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Installs Chromium and Redis through apt where that may be done; else says in one line what is missing and how to get it. */
export async function ensureTestPrograms() {
  await ensureProgram('Chromium', 'chromium', findChromium)
  await ensureProgram('Redis', 'redis-server', () => findProgram('redis-server'))
}

async function ensureProgram(name, aptPackage, find) {
  if (find()) return
  const apt = findProgram('apt-get')
  if (apt && process.getuid?.() === 0) {
    await stage(`Installing ${name} (apt-get install ${aptPackage})`, async () => {
      await run(apt, ['update'], { quiet: true })
      const install = ['install', '-y', '--no-install-recommends', aptPackage]
      await run(apt, install, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
    })
  }
  if (find()) return
  const hint = apt ? `sudo apt-get install ${aptPackage}` : 'your package manager has it'
  process.stdout.write(`${name} is missing (${hint}); the tests that need it are skipped\n`)
}
