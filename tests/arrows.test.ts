// Which room may know which: the arrows of CONTRIBUTING, read off the imports. Tests may look anywhere.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const ROOMS = ['app', 'components', 'content', 'lab', 'lib', 'scripts', 'bench'] as const

/** What a process does: its kind, and whatever it says over a connection. */
const ACTS = /^lib\/sim\/(kinds\/[^/]+\/kind|core\/(transport|flow|handshake|arrival|loss|process|step|signals|network))$/

/** What a room may import, by the beginnings of paths; a room always knows itself. */
const ARROWS: readonly (readonly [room: string, ...knows: readonly string[]])[] = [
  ['lib/sim/'],
  [
    'lib/reading/',
    'lib/sim/journal',
    'lib/sim/kernel',
    'lib/sim/defaults',
    'lib/sim/errors',
    'lib/sim/wire',
    'lib/sim/outputs',
    'lib/sim/scenario/',
  ],
  ['lib/settings/', 'lib/sim/scenario/'],
  ['lib/', 'content/', 'package.json'],
  ['content/', 'lib/'],
  ['components/', 'lib/', 'content/', 'app/'],
  ['lab/', 'lib/', 'content/'],
]

interface Import {
  readonly from: string
  readonly to: string
}

const SPECIFIER = /(?:from|import)\s*\(?\s*'((?:@\/|\.{1,2}\/)[^']*)'/g

/** What the text of a file imports of this project, as paths without an extension. */
function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(SPECIFIER)].map(([, specifier = '']) => ({
    from: file,
    to: specifier.startsWith('@/') ? specifier.slice(2) : relative(root, resolve(root, dirname(file), specifier)),
  }))
}

function sources(): readonly string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name) && !/(^|\/)testing\//.test(name))
      .map((name) => join(room, name))
      .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile()),
  )
}

/** The imports that no arrow allows. The first room that a file lies in is the one that counts. */
function forbidden(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) => {
    const [room, ...knows] = ARROWS.find(([name]) => from.startsWith(name)) ?? []
    if (room === undefined || [room, ...knows].some((name) => to.startsWith(name))) return []
    return [`${from} imports ${to}`]
  })
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Who imports whom, under these names; what has none is left out, and so is what happens under one name. */
function graphOf(imports: readonly Import[], nameOf: (path: string) => string | undefined): Graph {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [here, there] = [nameOf(from), nameOf(to)]
    if (here === undefined || there === undefined || here === there) continue
    graph.set(here, (graph.get(here) ?? new Set()).add(there))
  }
  return graph
}

/** What stands in a folder, as its doors tell it: the rooms below it, each as a whole, and the files that lie in no room. */
function doorsOf(house: string, imports: readonly Import[]): Graph {
  return graphOf(imports, (path) =>
    path.startsWith(`${house}/`) ? path.slice(house.length + 1).replace(/(?<=\/).*|\.tsx?$/, '') : undefined,
  )
}

/** File by file, under the name that an import gives it. The import of a type counts as any other. */
function filesOf(imports: readonly Import[]): Graph {
  return graphOf(imports, (path) => path.replace(/(\/index)?(\.tsx?|\.mjs)?$/, ''))
}

/** A way that leads back to where it began; null where there is none. */
function circleIn(graph: Graph): string | null {
  const cleared = new Set<string>()
  const walk = (way: readonly string[], here: string): string | null => {
    if (way.includes(here)) return [...way.slice(way.indexOf(here)), here].join(' → ')
    if (cleared.has(here)) return null
    for (const next of graph.get(here) ?? []) {
      const found = walk([...way, here], next)
      if (found !== null) return found
    }
    cleared.add(here)
    return null
  }
  for (const start of graph.keys()) {
    const found = walk([], start)
    if (found !== null) return found
  }
  return null
}

/** All that a file imports, and what those of them that lie in its room import in turn. */
function reachOf(graph: Graph, room: string, file: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const walk = (here: string): void => {
    for (const next of graph.get(here) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      if (next.startsWith(room)) walk(next)
    }
  }
  walk(file)
  return reached
}

const allImports = sources().flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))

describe('the arrows of the house', () => {
  it('are kept by every import', () => {
    expect(allImports.length).toBeGreaterThan(500)
    expect(forbidden(allImports)).toEqual([])
  })

  it.each(['components', 'components/demo'])('lead in no circle through the rooms of %s', (house) => {
    const doors = doorsOf(house, allImports)
    expect(doors.size).toBeGreaterThan(2)
    expect(circleIn(doors)).toBeNull()
  })

  it.each(['client', 'redis', 'sentinel'])('lead from the state of a %s to nothing that says or does anything', (kind) => {
    const room = `lib/sim/kinds/${kind}/`
    const reached = reachOf(filesOf(allImports), room, `${room}state`)
    expect(reached).toContain('lib/sim/core/place')
    expect([...reached].filter((file) => ACTS.test(file))).toEqual([])
  })

  it('lead in no circle of files', () => {
    const files = filesOf(allImports)
    expect(files.size).toBeGreaterThan(300)
    expect(circleIn(files)).toBeNull()
  })

  it.each([
    ['types', 'a → b → a', { 'a.ts': "import type { B } from './b'", 'b.tsx': "import { type A } from './a'" }],
    ['a folder with an index', 'a → b → a', { 'a.ts': "export { b } from './b'", 'b/index.ts': "import { a } from '../a'" }],
    [
      'three files',
      'a → b → c → a',
      { 'a.ts': "import './b'", 'b.ts': "import('./c.mjs')", 'c.mjs': "import {\n  a,\n} from '@/a'" },
    ],
  ])('would show a circle through %s', (_, way, files) => {
    const imports = Object.entries(files).flatMap(([file, text]) => importsOf(file, text))
    expect(circleIn(filesOf(imports))).toBe(way)
  })

  it('would show a circle of rooms', () => {
    const imports = [
      ...importsOf('components/demo/stage/stage.tsx', "import { Take } from '../take'"),
      ...importsOf('components/demo/take.tsx', "import { Stage } from './stage/stage'"),
    ]
    expect(circleIn(doorsOf('components/demo', imports))).toBe('stage/ → take → stage/')
  })

  it.each([
    ['lib/sim/run.ts', "import { judge } from '@/lib/reading/verdict/verdict'"],
    ['lib/sim/scenario/parse.ts', "import { SETTINGS } from '@/lib/settings/settings'"],
    ['lib/settings/possible.ts', "import { run } from '@/lib/sim/run'"],
    ['lib/reading/film/film.ts', "import { run } from '../../sim/run'"],
    ['lib/evidence/recording.ts', "import { perform } from '@/lab/perform'"],
    ['components/demo/player.tsx', "const load = import('@/scripts/sim')"],
  ])('would not let %s say %s', (file, text) => {
    expect(forbidden(importsOf(file, text))).toHaveLength(1)
  })
})
