// `npm run dev`: serves the site while it is being written. Articles are watched by contentlayer, all else by Next.
import { spawn } from 'node:child_process'
import { ensurePackages } from './install.mjs'
import { bin, mustRun, root } from './stages.mjs'

await ensurePackages()
await mustRun('Compiling the articles', bin('contentlayer2'), ['build', '--clearCache'])

const watchers = [
  [bin('contentlayer2'), 'dev'],
  [bin('next'), 'dev', ...process.argv.slice(2)],
].map(([command, ...args]) => {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  return spawn(command, args, { cwd: root, env, stdio: 'inherit' })
})

// Neither is of use without the other.
const stop = () => {
  for (const watcher of watchers) watcher.kill()
}
for (const watcher of watchers) watcher.on('exit', stop)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
