// Builds the site into out/. What is there stays until its successor is complete.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { siteAddress } from './address.mjs'
import { addPolicies } from './csp.mjs'
import { alone } from './lock.mjs'
import { replaceFolder } from './replace-folder.mjs'
import { hashSources, recordBuild } from './sources.mjs'
import { bin, mustRun, mustRunScript, root, stage } from './stages.mjs'
import { stripSite } from './strip.mjs'
import { cutStyles } from './styles.mjs'

/** Within the root, as Next asks, and on the same file system as out/. */
const ASIDE = join('.cache', 'site')

/** Needs the packages. Ends the process when a stage fails. */
export async function buildSite() {
  await alone('build', async () => {
    // Taken before the build: what changes while it runs makes the result stale.
    const sources = hashSources()
    const made = join(root, ASIDE)
    rmSync(made, { recursive: true, force: true })
    await mustRunScript('Checking the articles', 'articles.ts')
    // The cache knows only the articles' own dates, so it is never trusted.
    await mustRun('Compiling the articles', bin('contentlayer2'), ['build', '--clearCache'])
    await mustRun('Cutting the fonts', process.execPath, ['scripts/fonts.mjs'])
    await mustRun('Bundling what is alive', process.execPath, ['scripts/islands.mjs'])
    await mustRunScript('Simulating what was recorded', 'evidence.ts')
    await mustRun('Building the pages', bin('next'), ['build'], { env: { BUILD_ID: sources.slice(0, 20), BUILD_INTO: ASIDE } })
    await stage("Taking out Next's runtime", async () => stripSite(made))
    await Promise.all([
      mustRunScript('Writing the pages as Markdown', 'markdown.ts', ASIDE),
      mustRunScript('Drawing the cards', 'cards.ts', ASIDE),
      mustRunScript('Gathering what can be searched', 'search.ts', ASIDE),
    ])
    await mustRunScript('Keeping the old addresses', 'redirects.tsx', made)
    await stage('Leaving out styles that a page has no use for', async () => cutStyles(made, siteAddress().basePath))
    await mustRunScript('Writing the embeds', 'embeds.tsx', made)
    await stage('Adding the security policy', async () => addPolicies(made))
    recordBuild(made, sources)
    replaceFolder(made, join(root, 'out'))
  })
}
