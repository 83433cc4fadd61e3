import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DOCUMENT = 'lib/sim/RULES.md'
/** Where rules may be cited. */
const ROOMS = ['app', 'bench', 'components', 'content', 'lab', 'lib', 'scripts', 'tests']
/** What of it is the kernel, or reads its journal. */
const MODEL = ['lib/sim', 'lib/reading']

/** R: what Redis does; L: what clients of locks do; Y: what MySQL does. */
const LETTERS = 'RLY'

interface Entry {
  /** Its letter and its number. */
  readonly id: string
  readonly name: string
  /** Functions of the source, or why there are none. */
  readonly source: string
}

/** The entries of the document: one a line, `- **R1** *Name.* Text. — source`. */
function entries(document: string): readonly Entry[] {
  return document
    .split('\n')
    .filter((line) => new RegExp(`^- \\*\\*[${LETTERS}]\\d`).test(line))
    .map((line) => {
      const [, id, name, source] = /^- \*\*([A-Z]\d+)\*\* \*([^*]+)\.\* .+\. — (.+)$/.exec(line) ?? []
      if (id === undefined || name === undefined || source === undefined) throw new Error(`no entry of a rule: ${line}`)
      return { id, name, source: source.replace(/ · measured$/, '') }
    })
}

/** The rules that a text cites; `R62–R65` cites all four. */
function cited(text: string): ReadonlySet<string> {
  const ids = new Set<string>()
  const range = new RegExp(`\\b([${LETTERS}])(\\d+)\\b(?: ?– ?\\1(\\d+)\\b)?`, 'g')
  for (const [, letter, first, last] of text.matchAll(range))
    for (let number = Number(first); number <= Number(last ?? first); number += 1) ids.add(`${letter}${number}`)
  return ids
}

/** The rules that the titles of a test file name. A range names its ends only: a heading over four rules is not yet a test of each. */
function named(test: string): ReadonlySet<string> {
  const titles = [...test.matchAll(/(?:\b(?:describe|it)|[\])])\(\s*(['"`])(.*?)\1/g)].map(([, , title]) => title ?? '')
  return new Set(titles.flatMap((title) => title.match(new RegExp(`\\b[${LETTERS}]\\d+\\b`, 'g')) ?? []))
}

/** What stands before the function: files of Redis as they are, classes of clients by their names, parts of MySQL. */
const PLACES: Readonly<Record<string, string>> = { R: '[a-z]+\\.c', L: '[A-Z]\\w+', Y: '[a-z_]+' }

function grounded({ id, source }: Entry): boolean {
  const one = `\`${PLACES[id.charAt(0)]}:\\w+\``
  const functions = new RegExp(`^${one}(, ${one})*$`)
  return functions.test(source) || new RegExp(`^derived from [${LETTERS}]\\d`).test(source) || /^no function: \w/.test(source)
}

const files: ReadonlyMap<string, string> = new Map(
  ROOMS.filter((room) => existsSync(room))
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)))
    .filter((path) => /\.(ts|tsx|mjs|mdx|md)$/.test(path) && path !== DOCUMENT && path !== 'lib/sim/rules.test.ts')
    .map((path) => [path, readFileSync(path, 'utf8')]),
)
const document = readFileSync(DOCUMENT, 'utf8')
const rules = entries(document)
const known = new Set(rules.map(({ id }) => id))
const isTest = (path: string) => /\.(test|browser)\.tsx?$/.test(path)
const isModel = (path: string) => MODEL.some((room) => path.startsWith(`${room}/`)) && path.endsWith('.ts') && !isTest(path)

describe('RULES.md', () => {
  it('holds every rule that is cited, with the file that cites it', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', DOCUMENT].map((path) => [path, readFileSync(path, 'utf8')] as const)
    const unknown = (text: string) => [...cited(text)].filter((id) => !known.has(id))
    expect([...files, ...pages].flatMap(([path, text]) => unknown(text).map((id) => `${id} in ${path}`))).toEqual([])
  })

  it('holds no rule that nothing cites', () => {
    const all = new Set([...files.values()].flatMap((text) => [...cited(text)]))
    expect(rules.filter(({ id }) => !all.has(id)).map(({ id, name }) => `${id} ${name}`)).toEqual([])
  })

  it('gives no number twice', () => {
    expect(rules.length).toBe(known.size)
  })

  it('says of every rule where it stands in the source, or why nowhere', () => {
    expect(rules.filter((rule) => !grounded(rule))).toEqual([])
  })
})

describe('a rule that the kernel models', () => {
  const tested = new Set([...files].filter(([path]) => isTest(path)).flatMap(([, text]) => [...named(text)]))
  const modelled = new Set([...files].filter(([path]) => isModel(path)).flatMap(([, text]) => [...cited(text)]))

  it('has a test that names it', () => {
    expect(modelled).toContain('R50')
    expect(modelled).toContain('L11')
    expect(modelled).toContain('Y20')
    const untested = rules.filter(({ id }) => modelled.has(id) && !tested.has(id))
    expect(untested.map(({ id, name }) => `${id} ${name}`)).toEqual([])
  })
})

describe('how a made-up document and made-up files are read', () => {
  const line = '- **R7** *Naps.* It sleeps. — `cat.c:nap`, `cat.c:dream` · measured'

  it('an entry', () => {
    const expected = { id: 'R7', name: 'Naps', source: '`cat.c:nap`, `cat.c:dream`' }
    expect(entries(`# Cats\n\n- **R** is a rule.\n${line}\n`)).toEqual([expected])
  })

  it.each(['- **R7** It sleeps. — `cat.c:nap`', '- **R7** *Naps.* It sleeps.', '- **R7** *Naps.* — `cat.c:nap`'])(
    'no entry: %s',
    (bad) => {
      expect(() => entries(bad)).toThrow('no entry of a rule')
    },
  )

  it.each([
    ['`cat.c:nap`', true],
    ['`cat.c:nap`, `cat.c:dream`', true],
    ['derived from R1', true],
    ['no function: cats are no programs', true],
    ['`cat.c`', false],
    ['derived', false],
    ['no function: ', false],
  ])('a source of Redis: %s is %s', (source, good) => {
    expect(grounded({ id: 'R7', name: 'Naps', source })).toBe(good)
  })

  it.each([
    ['`Cat:nap`', true],
    ['derived from L1', true],
    ['`cat.c:nap`', false],
    ['`Cat`', false],
  ])('a source of a client: %s is %s', (source, good) => {
    expect(grounded({ id: 'L7', name: 'Naps', source })).toBe(good)
  })

  it.each([
    ['(R1, L12)', ['R1', 'L12']],
    ['R3–R5 and R9', ['R3', 'R4', 'R5', 'R9']],
    ['L3 – L5', ['L3', 'L4', 'L5']],
    ['XR3, R3a, r3, R3–L5', ['R3', 'L5']],
  ])('a text: %s cites %j', (text, ids) => {
    expect([...cited(text)]).toEqual(ids)
  })

  it('a test: titles count, not comments, bodies or what lies within a range', () => {
    const test = `// R1\ndescribe('R2: naps', () => {\n  it.each(['R3'])("R4: %s", () => say('R5'))\n  it(\`R6 – R9\`, nap)\n})`
    expect([...named(test)]).toEqual(['R2', 'R4', 'R6', 'R9'])
  })
})
