import { expect, test } from 'vitest'
import { BadInput } from '../lib/terminal/failure.mjs'
import { editAddress, isUnlisted, readAddress } from './address.mjs'

test.each([
  ['https://writes.example', { href: 'https://writes.example/', basePath: '' }],
  ['http://localhost:8080/', { href: 'http://localhost:8080/', basePath: '' }],
  ['https://wiki.example/docs/redis', { href: 'https://wiki.example/docs/redis', basePath: '/docs/redis' }],
  ['https://wiki.example/docs/redis/', { href: 'https://wiki.example/docs/redis/', basePath: '/docs/redis' }],
  ['https://wiki.example/文档/', { href: 'https://wiki.example/%E6%96%87%E6%A1%A3/', basePath: '/%E6%96%87%E6%A1%A3' }],
])('%s', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})

test.each([
  ['notaurl', 'not an absolute address'],
  ['/docs', 'not an absolute address'],
  [' ', 'not an absolute address'],
  ['https://', 'not an absolute address'],
  ['javascript:alert(1)', 'javascript: is neither'],
  ['ftp://x/', 'ftp: is neither'],
  ['file:///srv/site', 'file: is neither'],
  ['https://u:p@x/', 'a user or password'],
  ['https://x/?q=1', 'a query or fragment'],
  ['https://x/?', 'a query or fragment'],
  ['https://x/#top', 'a query or fragment'],
  ['https://x//docs/', 'its path //docs/ has empty parts'],
  ['https://x/a//', 'its path /a// has empty parts'],
  ['https://x/a;b/', 'its path /a;b/ has'],
])('refuses %j', (text, problem) => {
  expect(() => readAddress(text)).toThrow(BadInput)
  expect(() => readAddress(text)).toThrow(`got ${JSON.stringify(text)}: ${problem}`)
})

test('EDIT_ADDRESS is an address, or nothing', () => {
  expect(['', 'https://git.example/lw/edit/main'].map((text) => editAddress(text))).toEqual([
    '',
    'https://git.example/lw/edit/main/',
  ])
  expect(() => editAddress('main')).toThrow(
    'EDIT_ADDRESS: expected an address such as https://wiki.example/docs/redis/, got "main"',
  )
})

test('NOINDEX is 1 or it is not', () => {
  expect(['1', '0', ''].map((text) => isUnlisted(text))).toEqual([true, false, false])
  expect(() => isUnlisted('yes')).toThrow('NOINDEX: expected 1, 0 or nothing, got "yes"')
})
