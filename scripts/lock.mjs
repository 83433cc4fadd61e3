// Keeps two commands from doing at once what only one may do.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../lib/terminal/failure.mjs'
import { root } from './stages.mjs'

/**
 * Does work that no other process of this checkout does meanwhile. The lock names its process: one that has ended holds nothing.
 * @template T
 * @param {string} what such as `build`; names the lock
 * @param {() => Promise<T>} work
 * @param {string} folder where locks are kept
 * @returns {Promise<T>}
 * @throws {Failure} another process is at it
 */
export async function alone(what, work, folder = join(root, '.cache')) {
  const path = join(folder, `${what}.lock`)
  const release = () => rmSync(path, { force: true })
  take(path, what)
  // The work may end the process.
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(path, what) {
  mkdirSync(dirname(path), { recursive: true })
  const holder = holderOf(path)
  if (holder !== null && !isAlive(holder)) rmSync(path, { force: true })
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    throw new Failure(`another ${what} is under way (process ${holderOf(path) ?? 'unknown'}, ${path}); wait for its end`)
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || null
  } catch {
    return null
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
