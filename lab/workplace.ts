import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './process/child'
import { unmountBelow } from './process/disk'

const PREFIX = 'lost-writes-lab-'

/** A directory for the files of this lab. */
export function makeWorkplace(): string {
  return mkdtempSync(join(fastest(), `${PREFIX}${process.pid}-`))
}

/** Removes the directories of labs that were killed without a chance to clean up. */
export function removeAbandonedWorkplaces(): void {
  const parent = fastest()
  for (const name of readdirSync(parent)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    unmountBelow(join(parent, name))
    rmSync(join(parent, name), { recursive: true, force: true })
  }
}

/** Where files cost no time: sentinels wait for their configuration to be on the disk, and a busy disk would be part of the measurement. */
function fastest(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}
