import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stripped, stripSite } from './strip.mjs'

const FLIGHT = '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<!-- -->"])</script>'
const KEPT = [
  '<script data-own="">theme()</script>',
  '<script type="module" src="/docs/islands/page-ABC.js"></script>',
  '<script type="application/ld+json">{"a":"<!-- -->"}</script>',
  '<script type="application/json">{}</script>',
]

describe('a page that Next has written', () => {
  test('keeps its text, its styles and our scripts, and nothing that Next would run', () => {
    const page = [
      '<html><head><link rel="preload" href="/_next/static/media/inter.woff2" as="font"/><link rel="stylesheet" href="/a.css" data-precedence="next"/><meta name="next-size-adjust" content=""/>',
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
      '<script src="/docs/_next/static/chunks/a.js" async=""></script><script src="/_next/static/chunks/b.js" noModule=""></script>',
      `${KEPT.join('')}</head><body><div hidden=""><!--$--><!--/$--></div><main><p>one<!-- --> two</p></main>`,
      '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push([1])</script>',
      `${FLIGHT}</body></html>`,
    ]
    expect(stripped(page.join(''))).toBe(
      `<html><head><link rel="preload" href="/_next/static/media/inter.woff2" as="font"/><link rel="stylesheet" href="/a.css"/>${KEPT.join('')}</head><body><main><p>one two</p></main></body></html>`,
    )
  })

  test.each([
    ['there is nothing of Next in it', '<p>hello</p>', 'no flight data'],
    ['a script is of an unknown kind', `<script>other()</script>${FLIGHT}`, 'unknown kind: <script>other()'],
    ['a script file is of an unknown kind', `<script src="/x.js"></script>${FLIGHT}`, 'unknown kind'],
    ['a part of it waits for a script', `<template id="B:0"></template><div hidden="" id="S:0"></div>${FLIGHT}`, 'stands apart'],
  ])('is refused when %s', (_, html, message) => {
    expect(() => stripped(html)).toThrow(message)
  })
})

describe('a site', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'strip-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function write(file: string, text: string) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  test('loses what served the runtime alone', () => {
    const gone = [
      '_next/static/chunks/a.js',
      '_next/static/abc/_buildManifest.js',
      'en/index.txt',
      'en/__next._tree.txt',
      '__next.$d$locale.__PAGE__.txt',
    ]
    const kept = ['_next/static/chunks/a.css', '_next/static/media/a.woff2', 'robots.txt', 'islands/page-ABC.js']
    for (const file of [...gone, ...kept]) write(file, file)
    mkdirSync(join(folder, '_next', 'abc'))
    write('en/index.html', `<p>hello</p>${FLIGHT}`)
    stripSite(folder)
    expect(gone.filter((file) => existsSync(join(folder, file)))).toEqual([])
    expect(kept.filter((file) => !existsSync(join(folder, file)))).toEqual([])
    for (const empty of ['_next/static/abc', '_next/abc']) expect(existsSync(join(folder, empty))).toBe(false)
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).toBe('<p>hello</p>')
  })

  test('with a page that is refused names it', () => {
    write('en/index.html', '<p>hello</p>')
    expect(() => stripSite(folder)).toThrow('en/index.html: no flight data')
  })
})
