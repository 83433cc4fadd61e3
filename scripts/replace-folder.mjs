import { existsSync, renameSync, rmSync } from 'node:fs'

/**
 * Moves a folder to where another is, which is gone afterwards. Where that fails the other stays. Both must be on one file system.
 * @param {string} made
 * @param {string} place
 */
export function replaceFolder(made, place) {
  const before = `${made}-before`
  rmSync(before, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, before)
  try {
    renameSync(made, place)
  } catch (error) {
    if (existsSync(before)) renameSync(before, place)
    throw error
  }
  rmSync(before, { recursive: true, force: true })
}
