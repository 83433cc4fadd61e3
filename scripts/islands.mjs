// Bundles what is alive on the pages, each entry of components/islands with what it fetches later, into .cache/islands/; run by
// scripts/build-site.mjs, and with --watch by scripts/dev.mjs. The manifest tells which file an entry became.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, context } from 'esbuild'
import { minify } from 'terser'
import { siteAddress } from './address.mjs'
import { root } from './stages.mjs'

const ENTRIES = join('components', 'islands')
const INTO = join('.cache', 'islands')

/** While the site is written a file looks once a second whether it has changed, and has the page loaded anew. */
const RELOAD = `;(async () => {
  const read = async () => { const answer = await fetch(import.meta.url, { cache: 'no-store' }); return answer.ok ? answer.text() : null }
  const first = await read()
  setInterval(() => read().then((now) => { if (now !== null && now !== first) location.reload() }, () => {}), 1000)
})()`

/**
 * What a demo fetches later always finds the demo there. Told so, esbuild keeps what both use in the demo's own file, where it would make
 * one of each few modules that are used by the same others: four files less, and 2 % of the bytes.
 */
const fetchedByDemos = {
  name: 'fetched by demos',
  setup({ onLoad }) {
    onLoad({ filter: /(kinds[/]\w+[/]kind|islands[/]lists[/][\w-]+)[.]ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\nimport '@/components/demo/wake'\n`,
      loader: 'ts',
    }))
  },
}

/** How the islands are bundled: ES modules, with what several of them share in files of its own. */
function islandOptions() {
  return {
    absWorkingDir: root,
    entryPoints: readdirSync(join(root, ENTRIES))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(ENTRIES, name)),
    outdir: INTO,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    plugins: [fetchedByDemos],
    define: { 'process.env.SITE_ADDRESS': JSON.stringify(siteAddress().href) },
    metafile: true,
  }
}

const FINISHED = { minify: true, legalComments: 'none', entryNames: '[name]-[hash]', chunkNames: 'part-[hash]' }

/**
 * The islands as a build ships them: the text of each file by its name, and esbuild's account of them. Terser goes over what esbuild
 * made: a demo is 3 % smaller then.
 * @returns {Promise<{ metafile: import('esbuild').Metafile, files: ReadonlyMap<string, string> }>}
 */
export async function finishedIslands() {
  const { metafile, outputFiles } = await build({ ...islandOptions(), ...FINISHED, write: false })
  const files = outputFiles.map(async ({ path, text }) => {
    const { code = '' } = await minify(text, { module: true, ecma: 2020 })
    return [basename(path), code]
  })
  return { metafile, files: new Map(await Promise.all(files)) }
}

function writeManifest({ metafile }) {
  if (metafile) writeFileSync(join(root, INTO, 'manifest.json'), JSON.stringify(metafile))
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === '--watch') {
    const manifest = { name: 'manifest', setup: ({ onEnd }) => onEnd(writeManifest) }
    const watched = await context({
      ...islandOptions(),
      footer: { js: RELOAD },
      plugins: [fetchedByDemos, manifest],
      logLevel: 'warning',
    })
    await watched.watch()
  } else {
    const { metafile, files } = await finishedIslands()
    rmSync(join(root, INTO), { recursive: true, force: true })
    mkdirSync(join(root, INTO), { recursive: true })
    for (const [name, code] of files) writeFileSync(join(root, INTO, name), code)
    writeManifest({ metafile })
  }
}
