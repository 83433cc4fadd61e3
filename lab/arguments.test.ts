import { expect, it } from 'vitest'
import { readArguments } from './arguments'

it.each([
  [['split-brain'], { subject: 'split-brain', runs: 1, record: false, loopback: false, server: null }],
  [['a.json', '--runs', '3'], { subject: 'a.json', runs: 3, record: false, loopback: false, server: null }],
  [['--record', 'a', '--runs=2'], { subject: 'a', runs: 2, record: true, loopback: false, server: null }],
  [['a', '--server', '/srv/mysql'], { subject: 'a', runs: 1, record: false, loopback: false, server: '/srv/mysql' }],
  [['--check'], { check: [] }],
  [['--check', 'a', 'b'], { check: ['a', 'b'] }],
  [['a', '--check'], { check: ['a'] }],
  [['a', '-h'], null],
  [['a', '--record'], { subject: 'a', runs: 5, record: true, loopback: false, server: null }],
])('%j', (args, request) => {
  expect(readArguments(args)).toEqual(request)
})

it.each([
  [[], 'which scenario?'],
  [['a', 'b'], 'one scenario at a time'],
  [['a', '--runs', '0'], '--runs: expected a whole number'],
  [['a', '--runs'], 'got nothing'],
  [['a', '--runs', '1', '--runs', '2'], '--runs: given twice'],
  [['a', '--server'], 'got nothing'],
  [['--check', 'a', '--server', 'x'], '--check starts no server, so --server has no place beside it'],
  [['--check', 'a', '--runs', '2'], '--check starts no server, so --runs has no place beside it'],
  [[''], 'got ""'],
  [['a', '--fast'], 'unknown option "--fast"'],
  [['a', '--record', '--loopback'], '--record needs real cuts'],
])('refuses %j', (args, problem) => {
  expect(() => readArguments(args)).toThrow(problem)
})
