import { expect, it } from 'vitest'
import type { Seen } from '../writer/protocol'
import { mysqlEvents, roleEvents } from './mysql-events'

const line = (at: number, code: string) => ({ at, code, text: '' })

it('the log of a source tells when it fell back, why, and when it was back', () => {
  const lines = [line(1, 'MY-011153'), line(2, 'MY-011155'), line(3, 'MY-011156'), line(4, 'MY-011171'), line(5, 'MY-011155')]
  const [up, ...told] = mysqlEvents('m1', { conf: { rpl_semi_sync_source_enabled: 'ON' } }, lines)
  expect(up).toMatchObject({ at: 0, type: 'mysql-up', of: null, writable: true, semisync: true })
  expect(told).toEqual([
    { at: 2, host: 'm1', type: 'semisync-off', by: null, reason: 'timeout' },
    { at: 3, host: 'm1', type: 'semisync-on', by: null },
    { at: 5, host: 'm1', type: 'semisync-off', by: null, reason: 'no-replica' },
  ])
})

it('a replica comes up read-only, each time', () => {
  const lines = [line(-9, 'MY-010931'), line(7, 'MY-010931')]
  expect(mysqlEvents('m2', { replicaOf: 'm1', conf: {} }, lines)).toMatchObject([
    { at: 0, type: 'mysql-up', of: 'm1', writable: false, semisync: false },
    { at: 7, type: 'mysql-up', of: 'm1', writable: false },
  ])
})

const hosts = { m1: { mysql: { conf: {} } }, m2: { mysql: { replicaOf: 'm1', conf: {} } }, c1: { client: { connect: 'm1' } } }
const typed = (at: number, host: string, command: string, reply: string | { error: string } = 'OK'): Seen => ({
  at,
  host,
  type: 'reply',
  by: null,
  action: 0,
  on: host,
  command,
  name: 'SET',
  args: [],
  took: 0,
  reply,
})

it('who may be written to is a source, from when it was typed', () => {
  const events = roleEvents({ hosts }, [
    typed(1, 'm1', 'SET GLOBAL super_read_only=OFF'),
    typed(2, 'm2', 'SET GLOBAL super_read_only=OFF, read_only=OFF', { error: '2013' }),
    typed(3, 'm2', 'SET GLOBAL super_read_only=OFF, read_only=OFF'),
    typed(4, 'm1', 'SET GLOBAL super_read_only=ON'),
    typed(5, 'm1', 'SET GLOBAL read_only=ON'),
  ])
  expect(events.map(({ at, host, type }) => [at, host, type])).toEqual([
    [3, 'm2', 'promoted'],
    [4, 'm1', 'read-only'],
  ])
})
