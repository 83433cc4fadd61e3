import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CleanUp } from '../clean-up'
import { Disk } from './disk'

it('says in one line what to install where a file system can’t be made, and leaves nothing behind', () => {
  const home = mkdtempSync(join(tmpdir(), 'lost-writes-disk-'))
  expect(() => Disk.attach(home, new CleanUp(), null)).toThrow(/^.*e2fsprogs\)$/)
  expect(readdirSync(home)).toEqual([])
  rmSync(home, { recursive: true })
})
