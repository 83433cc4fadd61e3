import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cutStyles, drawnClasses, usedStyles } from './styles.mjs'

describe('of a style sheet a page keeps', () => {
  const html = `<html lang="zh-CN"><body class="group" data-open="x"><p id="one" class="flow print:after:content-[&#x27;_(&#x27;] [&amp;_a]:bold">text</p></body></html>`
  const script = 'let a=`flex hover:red`,b="2xl:w-1"'
  const kept = async (css: string) => (await usedStyles(css, html, drawnClasses(css, script))) !== ''

  test.each([
    ['an element', 'p{a:b}'],
    ['an id', '#one{a:b}'],
    ['a class', '.flow{a:b}'],
    ['a class with signs that CSS and HTML write otherwise', `.print\\:after\\:content-\\[\\'_\\(\\'\\]:after{a:b}`],
    ['a class with a selector in it', '.\\[\\&_a\\]\\:bold a{a:b}'.replace(' a{', ' p{')],
    ['an element, an attribute and a value that a script may draw', 'table [data-open=y]{a:b}'],
    ['a class that a script draws', '.hover\\:red:hover{a:b}'],
    ['a class that begins with a digit', '.\\32xl\\:w-1{a:b}'],
    ['one within a condition', '@media print{.flow{a:b}}'],
    ['a language', ':lang(zh-CN){a:b}'],
    ['one within another', '.flow:is(:where(.group):has(p) *){a:b}'],
    ['one without another', '.flow:not(.gone){a:b}'],
    ['one of several', ':is(.gone,.flow) p{a:b}'],
    ['one of several that it holds', 'body:has(.gone,.flow){a:b}'],
    ['typefaces, properties and animations', '@font-face{font-family:a;src:url(a)}@property --a{syntax:"*";inherits:false}'],
  ])('%s', async (_, css) => {
    expect(await kept(css)).toBe(true)
  })

  test.each([
    ['of a class that it has not', 'p .gone{a:b}'],
    ['of a class that it has not, in whatever state', '.gone:hover{a:b}'],
    ['of a class that only begins like one of its own', '.flow-root{a:b}'],
    ['of a class that no script holds whole', '.hover\\:red-500:hover{a:b}'],
  ])('nothing %s', async (_, css) => {
    expect(await kept(css)).toBe(false)
  })
})

test('every page of a site has one style sheet, and those that it is made of are gone', async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const links =
    '<link rel="stylesheet" href="/docs/css/a.css" data-precedence="next"/><link rel="stylesheet" href="/docs/css/b.css"/>'
  write('css/a.css', 'p{a:b}.gone{a:b}')
  write('css/b.css', '.own{a:b}.drawn{a:b}')
  write('islands/page.js', 'c="drawn"')
  for (const page of ['en/index.html', 'zh-CN/index.html']) write(page, `<head>${links}</head><p class="own">${page}</p>`)
  write('bare.html', '<p></p>')
  await cutStyles(folder, '/docs')
  const [sheet = '', ...others] = readdirSync(join(folder, 'css'))
  expect(others).toEqual([])
  expect(existsSync(join(folder, 'css', 'a.css'))).toBe(false)
  expect(readFileSync(join(folder, 'css', sheet), 'utf8')).toBe('p{a:b}.own{a:b}.drawn{a:b}')
  expect(readFileSync(join(folder, 'en', 'index.html'), 'utf8')).toBe(
    `<head><link rel="stylesheet" href="/docs/css/${sheet}"/></head><p class="own">en/index.html</p>`,
  )
  expect(readFileSync(join(folder, 'bare.html'), 'utf8')).toBe('<p></p>')
})
