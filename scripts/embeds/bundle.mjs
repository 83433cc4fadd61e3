// Bundles what is alive in embeds, a script for each set of kinds of process and each language; used by scripts/embeds.tsx.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { minify } from 'terser'
import { siteAddress } from '../address.mjs'
import { minified } from '../islands.mjs'
import { root } from '../stages.mjs'

/** What is minified is kept under the hash of what it was before. */
const KEPT = join(root, '.cache', 'embeds')

/** A scenario gets the first of these that has all kinds that it names: what few need is not in the script of all others. */
const SETS = [
  ['redis', 'client', 'sentinel'],
  ['redis', 'client', 'sentinel', 'operator'],
  ['redis', 'durable', 'client', 'sentinel'],
  ['mysql', 'client', 'dba'],
  ['redis', 'redlock'],
  ['redis', 'lock', 'sentinel'],
  ['redis', 'redisson', 'resource', 'sentinel'],
  ['redis', 'redisson', 'sentinel', 'operator'],
]
/** How a run with a kind is read, drawn and spoken of: files of components/demo/kinds. */
const READ_WITH = { durable: 'durable', mysql: 'mysql', lock: 'locks', redisson: 'locks', redlock: 'locks' }

/** The first set of kinds that has all of these. @throws {Error} there is none */
export function setFor(kinds) {
  const found = SETS.find((set) => kinds.every((kind) => set.includes(kind)))
  if (found === undefined) throw new Error(`no embed has all of ${kinds.join(', ')}: scripts/embeds/bundle.mjs names their sets`)
  return found
}

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  jsx: 'automatic',
  charset: 'utf8',
  legalComments: 'none',
  write: false,
}

/** Asks for kinds where they are known only later. */
const KINDS = '#kinds'

/**
 * The scripts of the embeds, by their names without what tells a version from the next.
 * @param {readonly (readonly string[])[]} sets
 * @param {readonly string[]} locales
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function embedScripts(sets, locales) {
  mkdirSync(KEPT, { recursive: true })
  const parts = await minifiedParts(sets, locales)
  const scripts = new Map()
  for (const locale of locales) {
    scripts.set(listsName(locale), await listsScript(locale))
    for (const set of sets) scripts.set(scriptName(set, locale), await joined(parts, set, locale))
  }
  return scripts
}

export const scriptName = (set, locale) => `${set.join('-')}-${locale.toLowerCase()}`
export const listsName = (locale) => `lists-${locale.toLowerCase()}`

/**
 * All that embeds are made of as modules, gone over by Terser: once, which takes its time, and not for each script. The kinds are left out of
 * what runs them.
 */
async function minifiedParts(sets, locales) {
  const kinds = [...new Set(sets.flat())]
  const spoken = [...new Set(kinds.flatMap((kind) => READ_WITH[kind] ?? []))]
  const entries = [
    ['alive', 'components/embed/alive/alive.ts'],
    ...kinds.map((kind) => [kind, `lib/sim/kinds/${kind}/kind.ts`]),
    ...locales.flatMap((locale) => [
      [`words-${locale}`, `lib/words/${locale}/demo/index.ts`],
      ...spoken.map((name) => [`${name}-${locale}`, `components/demo/kinds/${name}-${locale.toLowerCase()}.ts`]),
    ]),
  ]
  const own = {
    name: 'own drawn-once',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/drawn-once$/ }, () => ({ path: join(root, 'components', 'embed', 'alive', 'drawn-once.tsx') })),
  }
  const later = {
    name: 'kinds later',
    setup: ({ onResolve }) => onResolve({ filter: /\/sim\/kinds\/load$/ }, () => ({ path: KINDS, external: true })),
  }
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: Object.fromEntries(entries),
    outdir: KEPT,
    splitting: true,
    format: 'esm',
    minify: true,
    define: { 'process.env.SITE_ADDRESS': JSON.stringify(siteAddress().href) },
    plugins: [later, own],
  })
  const parts = outputFiles.map(async ({ path, text }) => [path, await kept(text, minified)])
  return new Map(await Promise.all(parts))
}

/** One script: what is alive, with the kinds of a set and the words of a language. */
async function joined(parts, set, locale) {
  const spoken = [...new Set(set.flatMap((kind) => READ_WITH[kind] ?? []))]
  const entry = [
    `import { demo } from './words-${locale}.js'`,
    `import { bringToLife, SHARED } from './alive.js'`,
    ...spoken.map((name) => `import './${name}-${locale}.js'`),
    'globalThis.lostWritesShared = SHARED',
    'bringToLife(demo)',
  ]
  const kinds = [
    ...set.map((kind) => `import { ${kind} } from './${kind}.js'`),
    `export const loadKinds = async () => ({ ${set.join(', ')} })`,
  ]
  const known = {
    name: 'known parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path }) => ({ path: path === KINDS ? path : join(KEPT, path), namespace: 'part' }))
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
        contents: path === KINDS ? kinds.join('\n') : parts.get(path),
      }))
    },
  }
  const { outputFiles } = await build({
    ...OPTIONS,
    stdin: { contents: entry.join('\n') },
    format: 'iife',
    minifyWhitespace: true,
    plugins: [known],
  })
  // Only names are left to be shortened.
  return kept(outputFiles[0].text, async (text) => (await minify(text, { ecma: 2020, toplevel: true, compress: false })).code)
}

/** What an embed fetches once it is wanted: the lists under a demo, what its address says of it, copying. What draws is in the page already, and has to be the same. */
async function listsScript(locale) {
  const shared = {
    name: 'shared',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^preact(\/|$)/ }, ({ path }) => ({ path, namespace: 'shared' }))
      onLoad({ filter: /./, namespace: 'shared' }, () => ({
        contents: 'export const { Fragment, jsx, jsxs, useEffect, useMemo, useRef, useState } = lostWritesShared',
      }))
    },
  }
  const { outputFiles } = await build({
    ...OPTIONS,
    stdin: {
      contents: [
        `import { OWN_LINES } from '@/lib/reading/lists/own-lines'`,
        `import { MYSQL_LINES } from '@/lib/reading/kinds/mysql/lines'`,
        'Object.assign(OWN_LINES, MYSQL_LINES)',
        `export * from '@/components/islands/lists/${locale.toLowerCase()}'`,
        `export * from '@/components/islands/copying/${locale.toLowerCase()}'`,
        `import { links } from '@/lib/words/${locale}/demo/links'`,
        `import { linksIn } from '@/components/demo/link/follow'`,
        'export const linksOf = (name) => linksIn(links, name)',
      ].join('\n'),
      resolveDir: root,
    },
    format: 'iife',
    globalName: 'lostWritesLists',
    minify: true,
    plugins: [shared],
  })
  return outputFiles[0].text
}

/** What a text is made into, made once: as long as the text and the tools stay the same, it is the same. */
async function kept(text, make) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(make.toString())
    .update(text)
  const file = join(KEPT, `${hash.digest('hex').slice(0, 32)}.js`)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const made = await make(text)
    writeFileSync(file, made)
    return made
  }
}
