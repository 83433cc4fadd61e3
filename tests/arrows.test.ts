// Which room may know which: the arrows of CONTRIBUTING, read off the imports. Tests may look anywhere.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const ROOMS = ['app', 'components', 'content', 'lab', 'lib', 'scripts', 'bench'] as const

/** What a room may import, by the beginnings of paths; a room always knows itself. */
const ARROWS: readonly (readonly [room: string, ...knows: readonly string[]])[] = [
  ['lib/sim/'],
  ['lib/reading/', 'lib/sim/journal', 'lib/sim/kernel', 'lib/sim/defaults', 'lib/sim/errors', 'lib/sim/scenario/'],
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

describe('the arrows of the house', () => {
  it('are kept by every import', () => {
    const all = sources().flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
    expect(all.length).toBeGreaterThan(500)
    expect(forbidden(all)).toEqual([])
  })

  it.each([
    ['lib/sim/run.ts', "import { judge } from '@/lib/reading/verdict/verdict'"],
    ['lib/reading/film/film.ts', "import { run } from '../../sim/run'"],
    ['lib/evidence/recording.ts', "import { perform } from '@/lab/perform'"],
    ['components/demo/player.tsx', "const load = import('@/scripts/sim')"],
  ])('would not let %s say %s', (file, text) => {
    expect(forbidden(importsOf(file, text))).toHaveLength(1)
  })
})
