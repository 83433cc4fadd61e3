// Builds the site into out/: `npm run build`, and whenever `npm start` or `npm test` need it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { addPolicies } from './csp.mjs'
import { ensurePackages } from './install.mjs'
import { hashSources, recordSources } from './sources.mjs'
import { bin, mustRun, root, stage } from './stages.mjs'

const out = join(root, 'out')

await ensurePackages()
// Taken before the build: what changes while it runs makes the result stale.
const sources = hashSources()
rmSync(out, { recursive: true, force: true })
// The cache knows only the articles' own dates, so it is never trusted.
await mustRun('Compiling the articles', bin('contentlayer2'), ['build', '--clearCache'])
await mustRun('Building the pages', bin('next'), ['build'])
await stage('Adding the security policy', async () => addPolicies(out))
recordSources(sources)
