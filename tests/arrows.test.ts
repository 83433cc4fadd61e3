// Which room may know which: the arrows of CONTRIBUTING, read off the imports. Tests may look anywhere.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const ROOMS = ['app', 'components', 'content', 'lab', 'lib', 'scripts', 'bench'] as const

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

/** What stands in a folder, as its doors tell it: the rooms below it, each as a whole, and the files that lie in no room. */
function doorsOf(house: string, imports: readonly Import[]): ReadonlyMap<string, ReadonlySet<string>> {
  const roomOf = (path: string): string | undefined =>
    path.startsWith(`${house}/`) ? path.slice(house.length + 1).replace(/(?<=\/).*|\.tsx?$/, '') : undefined
  const doors = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [here, there] = [roomOf(from), roomOf(to)]
    if (here === undefined || there === undefined || here === there) continue
    doors.set(here, (doors.get(here) ?? new Set()).add(there))
  }
  return doors
}

/** A way that leads from a room back to itself; null where there is none. */
function circleIn(doors: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const cleared = new Set<string>()
  const walk = (way: readonly string[], room: string): string | null => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room].join(' → ')
    if (cleared.has(room)) return null
    for (const next of doors.get(room) ?? []) {
      const found = walk([...way, room], next)
      if (found !== null) return found
    }
    cleared.add(room)
    return null
  }
  for (const room of doors.keys()) {
    const found = walk([], room)
    if (found !== null) return found
  }
  return null
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

  it('would show a circle', () => {
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
