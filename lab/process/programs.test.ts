import { expect, it } from 'vitest'
import { findPrograms, MissingProgram, versionOf } from './programs'

it('says in one line how to get MySQL', () => {
  const find = () => findPrograms({ hosts: { m1: { mysql: { conf: {} } } } }, '/nowhere', '/nowhere')
  expect(find).toThrow(MissingProgram)
  expect(find).toThrow(/^the lab needs MySQL 8\.4 or newer with its semisync plugins: .*--server FOLDER.*$/)
})

it('names any server but Redis', () => {
  const programs = { ip: '', iptablesRestore: '', writer: '', locker: '', resource: '', operator: '', relay: '' }
  const redis = { server: '', sentinel: '', version: '7.0.15' }
  const mysql = { name: 'MySQL', program: '', places: [], version: '9.7.4', template: '' } as const
  expect(versionOf({ ...programs, redis, mysql: null })).toBe('7.0.15')
  expect(versionOf({ ...programs, redis: null, mysql })).toBe('MySQL 9.7.4')
  expect(versionOf({ ...programs, redis: null, mysql: { ...mysql, name: 'MariaDB', version: '10.11.19' } })).toBe(
    'MariaDB 10.11.19',
  )
})
