import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ConfFile, confRows } from '@/lib/conf/write'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { whyMissing } from '@/scripts/test/programs.mjs'
import { type Answers, everyAnswer, QUESTION_NAMES } from './answers'
import { guideFile, guideLines } from './files'

const FILES = ['redis.conf', 'sentinel.conf'] as const satisfies readonly ConfFile[]

const text = (answers: Answers, file: ConfFile): string =>
  confRows(guideFile(answers, file), words('en').conf.comments)
    .map((row) => row.text)
    .join('\n')

/** The files that differ. */
const distinct = (file: ConfFile): readonly string[] => [...new Set(everyAnswer().map((answers) => text(answers, file)))]

describe.each(FILES)('%s', (file) => {
  it('holds, of all its lines, those of the answers', () => {
    const lines = guideLines(file)
    for (const answers of everyAnswer()) {
      const shown = lines.filter(({ when }) =>
        QUESTION_NAMES.every((each) => when[each] === undefined || when[each] === answers[each]),
      )
      expect(shown.map(({ line }) => line)).toEqual(guideFile(answers, file))
    }
  })

  it.each(LOCALES)('explains every directive in %s', (locale) => {
    const { comments } = words(locale).conf
    for (const answers of everyAnswer()) {
      const kinds = guideFile(answers, file).map(({ kind }) => kind)
      expect(kinds).toEqual(kinds.map((_, index) => (index % 2 === 0 ? 'comment' : 'directive')))
      expect(confRows(guideFile(answers, file), comments).length).toBeGreaterThan(kinds.length)
    }
  })
})

describe('a real server', () => {
  const why = whyMissing(['redis-server'])
  beforeEach(({ skip }) => skip(why !== null, why ?? ''))

  it.each(distinct('redis.conf'))('starts with file %#', (conf) =>
    withServer(conf, [], (ask) => {
      for (const [name = '', ...args] of directivesOf(conf)) expect(ask('CONFIG', 'GET', name)).toBe(`${name}\n${args.join(' ')}`)
    }),
  )

  it.each(distinct('sentinel.conf'))('watches with file %#', (conf) =>
    withServer(conf.replace(' r1 ', ' 127.0.0.1 '), ['--sentinel'], (ask) => {
      const lines = ask('SENTINEL', 'MASTER', 'm').split('\n')
      const said = (name: string) => lines[lines.indexOf(name) + 1]
      for (const [, name = '', , ...args] of directivesOf(conf)) {
        if (name === 'monitor') expect(said('quorum')).toBe(args.at(-1))
        else if (name !== 'resolve-hostnames') expect(said(name)).toBe(args.at(-1))
      }
    }),
  )
})

function directivesOf(conf: string): readonly (readonly string[])[] {
  const lines = conf.split('\n').filter((line) => !line.startsWith('#'))
  return lines.map((line) => line.split(' '))
}

type Ask = (...command: readonly string[]) => string

/** Starts a server with that file, on a socket of its own, and ends it once it was asked. */
async function withServer(conf: string, options: readonly string[], check: (ask: Ask) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lost-writes-'))
  const [file, socket] = [join(folder, 'some.conf'), join(folder, 'socket')]
  writeFileSync(file, `${conf}\n`)
  const server = spawn('redis-server', [file, '--port', '0', '--unixsocket', socket, '--dir', folder, ...options])
  const ended = once(server, 'exit')
  try {
    for (let tries = 0; tries < 200 && !existsSync(socket) && server.exitCode === null; tries++) await setTimeout(25)
    expect(server.exitCode).toBeNull()
    check((...command) => execFileSync('redis-cli', ['-s', socket, ...command], { encoding: 'utf8' }).trim())
  } finally {
    server.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true })
  }
}
