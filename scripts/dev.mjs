// `npm run dev`: serves the site while it is being written. Articles are watched by contentlayer, all else by Next.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { siteAddress } from './address.mjs'
import { orderly } from './failure.mjs'
import { ensurePackages } from './install.mjs'
import { bin, mustRun, root } from './stages.mjs'

await orderly(async () => {
  siteAddress()
  await ensurePackages()
  await mustRun('Compiling the articles', bin('contentlayer2'), ['build', '--clearCache'])
  watch([
    [bin('contentlayer2'), 'dev'],
    [bin('next'), 'dev', ...process.argv.slice(2)],
  ])
})

/** Runs programs until one of them ends or this one is told to: none is of use without the others. */
function watch(programs) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const watchers = programs.map(([command, ...args]) => spawn(command, args, { cwd: root, env, stdio: 'inherit' }))
  const stop = () => {
    for (const watcher of watchers) watcher.kill()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  for (const watcher of watchers) {
    watcher.on('exit', (code) => {
      process.exitCode ||= code ?? 0
      stop()
    })
  }
}
