// Installs what a fresh clone lacks; called by the other scripts before they need it, so it uses nothing but Node itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { mustRun, root } from './stages.mjs'

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
