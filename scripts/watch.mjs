import { spawn } from 'node:child_process'
import { Failure } from '../lib/terminal/failure.mjs'

/**
 * Runs programs beside each other until one of them ends or this process is told to: none is of use without the others.
 * Resolves, when all have ended, to the exit code of the first.
 * @param {readonly (readonly string[])[]} programs
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 * @throws {Failure} one can't be started
 */
export async function watch(programs, options) {
  const watchers = programs.map(([command, ...args]) => spawn(command, args, options))
  const stop = () => {
    for (const watcher of watchers) watcher.kill()
  }
  const ends = watchers.map(
    (watcher) =>
      new Promise((resolve, reject) => {
        watcher.once('error', (error) => reject(new Failure(error.message)))
        watcher.once('exit', (code) => resolve(code ?? 0))
      }),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  try {
    return await Promise.race(ends)
  } finally {
    stop()
    await Promise.allSettled(ends)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
  }
}
