import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFolder } from './replace-folder.mjs'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'replace-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

function folder(name: string, file: string): string {
  mkdirSync(join(parent, name))
  writeFileSync(join(parent, name, file), '')
  return join(parent, name)
}

test('the new folder takes the place of the old one, also of what an interrupted move left', () => {
  folder('new-before', 'older')
  replaceFolder(folder('new', 'b'), folder('place', 'a'))
  expect(readdirSync(parent)).toEqual(['place'])
  expect(readdirSync(join(parent, 'place'))).toEqual(['b'])
})

test('there need be no old one', () => {
  replaceFolder(folder('new', 'b'), join(parent, 'place'))
  expect(existsSync(join(parent, 'place', 'b'))).toBe(true)
})

test('the old one stays when there is nothing to take its place', () => {
  const place = folder('place', 'a')
  expect(() => replaceFolder(join(parent, 'new'), place)).toThrow('ENOENT')
  expect(readdirSync(place)).toEqual(['a'])
})
