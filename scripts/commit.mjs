// Says which commit a build is made from. Used by next.config.js.
import { execFileSync } from 'node:child_process'

/** Ten digits of the commit that is checked out in a folder, with a + where files differ from it; empty without git, or outside of it. */
export function commitOf(folder) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return git('rev-parse', '--short=10', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+')
  } catch {
    return ''
  }
}
