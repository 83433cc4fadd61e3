import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { findMysqld } from './mysqld'

const folder = mkdtempSync(join(tmpdir(), 'lost-writes-mysqld-'))

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function unpack(version: string, ...paths: readonly string[]): void {
  for (const path of paths) mkdirSync(join(folder, path), { recursive: true })
  const program = join(folder, 'bin/mysqld')
  mkdirSync(dirname(program), { recursive: true })
  writeFileSync(program, `#!/bin/sh\necho "mysqld  ${version}"\n`)
  chmodSync(program, 0o755)
}

it.each([
  ['an archive', 'lib/plugin', 'share/english'],
  ['packages', 'root/usr/lib/mysql/plugin', 'root/usr/share/mysql/english'],
])('finds the server and its files in %s', (_name, plugins, messages) => {
  unpack('Ver 9.7.4-2 for Linux on x86_64', plugins, messages)
  expect(findMysqld(folder)).toEqual({
    name: 'MySQL',
    program: join(folder, 'bin/mysqld'),
    places: [
      `--basedir=${folder}`,
      `--lc-messages-dir=${join(folder, dirname(messages))}`,
      `--plugin-dir=${join(folder, plugins)}`,
    ],
    version: '9.7.4',
  })
})

it('finds none where files are missing', () => {
  expect(findMysqld(folder)).toBeNull()
  unpack('Ver 9.7.4-2 for Linux on x86_64')
  expect(findMysqld(folder)).toBeNull()
})

it('tells MariaDB from MySQL, which calls its server by the same name, and takes it where it is named, not from the path', () => {
  unpack('Ver 10.11.18-MariaDB for debian-linux-gnu', 'share/english')
  expect(findMysqld(folder)).toMatchObject({ name: 'MariaDB', version: '10.11.18', program: join(folder, 'bin/mysqld') })
  const { PATH } = process.env
  process.env.PATH = join(folder, 'bin')
  try {
    expect(findMysqld(null)).toBeNull()
  } finally {
    process.env.PATH = PATH
  }
})
