// Bundles what is alive on the pages, each entry of components/islands with what it fetches later, into .cache/islands/; run by
// scripts/build-site.mjs, and with --watch by scripts/dev.mjs. The manifest tells which file an entry became.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { build, context } from 'esbuild'
import { minify } from 'terser'
import { siteAddress } from './address.mjs'
import { root } from './stages.mjs'

const ENTRIES = join('components', 'islands')
const INTO = join('.cache', 'islands')
const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.js': 'js', '.mjs': 'js', '.json': 'json' }

/** Kinds of process by their files in lib/sim/kinds, each with what it brings in components/demo/kinds, a file a language. */
const READ_WITH = { 'durable/kind': 'durable', 'mysql/kind': 'mysql', locks: 'locks' }
/** Kinds that only come where another one is, and use what it is made of. */
const BESIDE = { 'dba/kind': 'mysql/kind' }

/**
 * A demo is one file, its words among its code: brotli makes 0.4 kB less of it than of two. So what the demos of several languages use is
 * bundled for each of them, as if it were another module. And what a demo fetches later always finds the demo there: told so, esbuild keeps
 * what both use in the demo's own file, where it would make one of each few modules that are used by the same others.
 *
 * With a kind of process that few pages have comes how a run with it is read, drawn and spoken of, in the language of the page (READ_WITH):
 * in the file of the kind, when `loadKinds` asks for it.
 */
const byLanguage = {
  name: 'by language',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === 'resolving') return undefined
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: 'resolving' })
      const [, language = pluginData] =
        /[/](?:islands[/](?:demo-|lists[/]|links[/])|demo[/]kinds[/]\w+-)([\w-]+)[.]ts$/.exec(found.path) ?? []
      return { ...found, pluginData: language, suffix: language ? `?${language}` : '' }
    })
    onLoad({ filter: /./ }, ({ path, suffix, pluginData: language }) => {
      if (!suffix) return undefined
      const later = /(sim[/]kinds[/](?:\w+[/]kind|locks)|islands[/](?:lists|links)[/][\w-]+)[.]ts$/.test(path)
      const among = (table) => Object.keys(table).find((name) => path.endsWith(`lib/sim/kinds/${name}.ts`))
      const read = among(READ_WITH)
      const beside = among(BESIDE)
      const more = [
        ...(later ? [`${ENTRIES}/demo-${language}`] : []),
        ...(beside ? [`lib/sim/kinds/${BESIDE[beside]}`] : []),
        ...(read ? [`components/demo/kinds/${READ_WITH[read]}-${language}`] : []),
      ]
      return {
        contents: [readFileSync(path, 'utf8'), ...more.map((name) => `import '@/${name}'`)].join('\n'),
        loader: LOADERS[extname(path)],
        pluginData: language,
      }
    })
  },
}

/** esbuild's account of the outputs, with files by their plain names: none is twice in one output. */
function accountOf({ outputs }) {
  return JSON.parse(JSON.stringify({ outputs }).replaceAll(/[?][\w-]+(?=")/g, ''))
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
    plugins: [byLanguage],
    define: { 'process.env.SITE_ADDRESS': JSON.stringify(siteAddress().href) },
    metafile: true,
  }
}

const FINISHED = { minify: true, legalComments: 'none', entryNames: '[name]-[hash]', chunkNames: 'part-[hash]' }

/**
 * The islands as a build ships them: the text of each file by its name, and esbuild's account of them.
 * @returns {Promise<{ metafile: Pick<import('esbuild').Metafile, 'outputs'>, files: ReadonlyMap<string, string> }>}
 */
export async function finishedIslands() {
  const { metafile, outputFiles } = await build({ ...islandOptions(), ...FINISHED, write: false })
  const files = outputFiles.map(async ({ path, text }) => [basename(path), await minified(text)])
  return { metafile: accountOf(metafile), files: new Map(await Promise.all(files)) }
}

/** What esbuild made, gone over by Terser: a demo is 3 % smaller then. It does the same as before. */
export async function minified(text) {
  const { code = '' } = await minify(text, {
    module: true,
    ecma: 2020,
    // Constants stay on the side on which they were written, functions where they are, and comparisons and statements as they were:
    // brotli finds more that is alike, 500 bytes of a demo. Nothing here does anything when two values are compared, and nothing asks how many parameters a function
    // has. But a film folds a view when it is read.
    compress: {
      passes: 4,
      unsafe_arrows: true,
      unsafe_methods: true,
      lhs_constants: false,
      comparisons: false,
      sequences: false,
      inline: 1,
      keep_fargs: false,
      unsafe_comps: true,
    },
  })
  return code
}

async function bundle() {
  const { metafile, files } = await finishedIslands()
  rmSync(join(root, INTO), { recursive: true, force: true })
  mkdirSync(join(root, INTO), { recursive: true })
  for (const [name, code] of files) writeFileSync(join(root, INTO, name), code)
  writeManifest(metafile)
}

/** Bundles at each change, and tells pages that are open of it. */
async function watch() {
  const { address, tell } = await listen()
  const { define, ...options } = islandOptions()
  const told = {
    name: 'told',
    setup: ({ onEnd }) =>
      onEnd(({ metafile }) => {
        // There is none of a bundle that failed.
        if (!metafile) return
        writeManifest(accountOf(metafile))
        tell()
      }),
  }
  const watched = await context({
    ...options,
    define: { ...define, CHANGES: JSON.stringify(address) },
    inject: [join(ENTRIES, 'dev', 'reload.ts')],
    plugins: [...options.plugins, told],
    logLevel: 'warning',
  })
  await watched.watch()
}

/** A server that sends whoever asks an event whenever `tell` is called. */
async function listen() {
  const listeners = new Set()
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' }).flushHeaders()
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    address: `http://localhost:${server.address().port}`,
    tell: () => {
      for (const listener of listeners) listener.write('data: \n\n')
    },
  }
}

function writeManifest(metafile) {
  writeFileSync(join(root, INTO, 'manifest.json'), JSON.stringify(metafile))
}

if (process.argv[1] === import.meta.filename) await (process.argv[2] === '--watch' ? watch() : bundle())
