import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readAddress } from '../address.mjs'
import { policyOf, withPolicy } from '../csp.mjs'
import { readArguments } from './arguments'
import { moveHtml } from './html'
import { moveJson } from './json'
import { moveBetween } from './move'
import { addressOf, relocate } from './site'

const ROOT = readAddress('https://lost.example/')
const WIKI = readAddress('https://lost.example/wiki/redis/')
const PATHS = new Set(['/', '/en/', '/en/wait/', '/icon.svg', '/data.json'])
const out = moveBetween(ROOT, WIKI, PATHS)
const home = moveBetween(WIKI, ROOT, PATHS)

describe('an address in text', () => {
  it.each([
    ['see https://lost.example/en/wait/#cost.', 'see https://lost.example/wiki/redis/en/wait/#cost.'],
    ['<loc>https://lost.example</loc>', '<loc>https://lost.example/wiki/redis</loc>'],
    ['https://lost.example.org/en/ https://lost.example:80/ https://lost.examples/', null],
    ['http://lost.example/ /en/wait/', null],
  ])('%s', (text, moved) => {
    expect(out.text(text)).toBe(moved ?? text)
    expect(home.text(out.text(text))).toBe(text)
  })
})

it('in JSON what leads to something of the site moves, and nothing else', () => {
  const json = '{"href":"/en/wait/?a=1#b","/icon.svg":["/en/","/etc/redis","en/","//en/","\\"/en/"],"n":1.50,"text":"see /en/"}'
  const moved =
    '{"href":"/wiki/redis/en/wait/?a=1#b","/wiki/redis/icon.svg":["/wiki/redis/en/","/etc/redis","en/","//en/","\\"/en/"],"n":1.50,"text":"see /en/"}'
  expect(moveJson(json, out)).toBe(moved)
  expect(moveJson(moved, home)).toBe(json)
})

const PAGE = withPolicy(
  [
    '<!DOCTYPE html><html><head><link rel="canonical" href="https://lost.example/en/"/><link href=/icon.svg rel=icon>',
    '<noscript><meta http-equiv="refresh" content="0; url=../wait/"/><img src="/icon.svg"></noscript>',
    '<script type="application/json">{"href":"/en/"}</script><script>go("https://lost.example/")</script></head>',
    `<body><a href="/en/wait/?a=1&amp;b=2#c">a</a><a href='/en/'>b</a><a href="/other-app/">c</a><a href="//en/">d</a><a href="../wait/">e</a>`,
    '<p title="/en/">/en/</p><button data-copy="/en/">x</button><div data-pages="/en/"></div><template><a href="/">t</a></template></body></html>',
  ].join('\n'),
)

describe('a page', () => {
  const moved = moveHtml(PAGE, out)

  it('has its links, its data and its own address where it goes, and nothing else', () => {
    const body = [
      '<body><a href="/wiki/redis/en/wait/?a=1&amp;b=2#c">a</a><a href=\'/wiki/redis/en/\'>b</a><a href="/other-app/">c</a><a href="//en/">d</a><a href="../wait/">e</a>',
      '<p title="/en/">/en/</p><button data-copy="/en/">x</button><div data-pages="/wiki/redis/en/"></div><template><a href="/wiki/redis/">t</a></template></body></html>',
    ].join('\n')
    expect(moved.slice(moved.indexOf('<body>'))).toBe(body)
    for (const part of [
      '<link rel="canonical" href="https://lost.example/wiki/redis/en/"/><link href=/wiki/redis/icon.svg rel=icon>',
      '<img src="/wiki/redis/icon.svg"></noscript>',
      '{"href":"/wiki/redis/en/"}',
    ])
      expect(moved).toContain(part)
  })

  it('has the policy that its scripts need', () => {
    expect(policyOf(moved)).not.toBe(policyOf(PAGE))
    expect(moved).toContain(`content="${policyOf(moved)}"`)
  })

  it('comes home as it was', () => {
    expect(moveHtml(moved, home)).toBe(PAGE)
  })
})

describe('a site', () => {
  const parent = mkdtempSync(join(tmpdir(), 'relocate-'))
  const [folder, before] = [join(parent, 'site'), join(parent, 'before')]
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  afterAll(() => rmSync(parent, { recursive: true }))
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(join(folder, 'en', 'wait'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), PAGE)
    writeFileSync(join(folder, 'icon.svg'), '<svg/>')
    writeFileSync(join(folder, 'sitemap.xml'), '<loc>https://lost.example/en/</loc>')
    writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e47ff00fe https://lost.example/'))
    cpSync(folder, before, { recursive: true })
  })

  it('knows where it is, goes and comes home', () => {
    expect(addressOf(folder)).toEqual(ROOT)
    expect(relocate(folder, ROOT, WIKI)).toBe(2)
    expect(addressOf(folder)).toEqual(WIKI)
    expect(read('sitemap.xml')).toBe('<loc>https://lost.example/wiki/redis/en/</loc>')
    expect(relocate(folder, WIKI, WIKI)).toBe(0)
    expect(relocate(folder, WIKI, ROOT)).toBe(2)
    for (const file of ['index.html', 'sitemap.xml', 'picture.png'])
      expect(readFileSync(join(folder, file))).toEqual(readFileSync(join(before, file)))
  })

  it('leaves behind what was compressed, which would lead home', () => {
    mkdirSync(join(folder, '.br'))
    writeFileSync(join(folder, '.br', 'index.html'), 'compressed')
    expect(relocate(folder, ROOT, ROOT)).toBe(0)
    expect(read('.br/index.html')).toBe('compressed')
    expect(relocate(folder, ROOT, WIKI)).toBe(2)
    expect(() => read('.br/index.html')).toThrow('ENOENT')
  })

  it('is told from another folder', () => {
    writeFileSync(join(folder, 'index.html'), '<title>Welcome to nginx!</title>')
    expect(() => addressOf(folder)).toThrow(/index\.html: expected the front door of a built site, got another page$/)
    expect(() => addressOf(join(folder, 'nowhere'))).toThrow('ENOENT')
  })
})

describe('what is asked for', () => {
  const to = (...args: readonly string[]) => readArguments(args)?.to(WIKI)

  it.each([
    ['/', 'https://lost.example/', ''],
    ['/docs', 'https://lost.example/docs/', '/docs'],
    ['/docs/', 'https://lost.example/docs/', '/docs'],
    ['http://intranet:8080/a/b', 'http://intranet:8080/a/b/', '/a/b'],
  ])('%s leads to %s', (target, href, basePath) => {
    expect(to(target)).toEqual({ href, basePath })
  })

  it.each([
    [[], 'where to? usage: npm run relocate'],
    [['wiki'], 'got "wiki": not an absolute address'],
    [['//wiki'], 'has empty parts'],
    [['/a/../b'], '"/a/../b": expected a path as a browser would write it'],
    [['/ä'], '"/ä": expected a path as a browser would write it'],
    [['/a?b'], 'a query or fragment has no place in it'],
    [['ftp://x/'], 'ftp: is neither http: nor https:'],
    [['/a', ''], 'expected a folder, got ""'],
    [['/a', 'b', 'c'], 'one path and one folder at most'],
  ])('%j is refused', (args, sentence) => {
    expect(() => to(...args)).toThrow(sentence)
  })
})
