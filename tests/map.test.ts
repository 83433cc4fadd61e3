// README and CONTRIBUTING name places of this project: each must be there, and the map must name every room.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const ROOMS = ['app', 'components', 'content', 'lib', 'lab', 'scripts', 'tests', 'bench', 'public']
/** Houses of which the map names each room. */
const HOUSES = ['lib', 'lib/sim', 'lib/sim/kinds', 'lib/reading', 'components', 'components/demo']

const page = (name: string): string => readFileSync(join(root, name), 'utf8')

/** Paths in code quotes that begin with a room and stand for no other name. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path)
  return quoted.filter((path) => ROOMS.includes(path.split('/')[0] ?? '') && path.includes('/') && !/[<>*…]/.test(path))
}

/** The paths of a map: what is indented stands in what it is indented under. */
function pathsOnMap(text: string): readonly string[] {
  const [, map = ''] = /## Where things are\n\n```\n(.*?)```/s.exec(text) ?? []
  const open: string[] = []
  return map
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? []
      open.splice(indent.length / 2, open.length, name.replace(/\/$/, ''))
      return open.join('/')
    })
}

const there = (path: string): boolean => existsSync(join(root, path))

describe('README and CONTRIBUTING', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('%s names places that are there', (name) => {
    const paths = pathsIn(page(name))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !there(path))).toEqual([])
  })

  it('the map shows places that are there', () => {
    expect(pathsOnMap(page('README.md')).filter((path) => !there(path))).toEqual([])
  })

  it.each(HOUSES)('the map shows each room of %s', (house) => {
    const rooms = readdirSync(join(root, house), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const map = pathsOnMap(page('README.md'))
    expect(rooms.length).toBeGreaterThan(2)
    expect(rooms.map(({ name }) => `${house}/${name}`).filter((room) => !map.includes(room))).toEqual([])
  })

  it('CONTRIBUTING says each rule of the kernel that a test cites', () => {
    const tests = readdirSync(join(root, 'lib/sim'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.test.ts'),
    )
    const cited = tests.flatMap((name) => [...page(join('lib/sim', name)).matchAll(/kernel rule (\d)/g)].map(([, rule]) => rule))
    const said = [...page('CONTRIBUTING.md').matchAll(/^(\d)\. \*\*/gm)].map(([, rule]) => rule)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter((rule) => !said.includes(rule))).toEqual([])
  })
})
