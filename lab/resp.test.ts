import { describe, expect, it } from 'vitest'
import { encodeCommand, errorWord, ReplyReader } from './resp'

const STREAM = "+OK\r\n:42\r\n-READONLY You can't write\r\n$-1\r\n$8\r\na\r\nb€x\r\n*3\r\n$1\r\nx\r\n:7\r\n*0\r\n*-1\r\n"
const REPLIES = ['OK', 42, { error: "READONLY You can't write" }, null, 'a\r\nb€x', ['x', 7, []], null]

describe('replies', () => {
  it('are read whole', () => {
    expect(new ReplyReader().read(Buffer.from(STREAM))).toEqual(REPLIES)
  })

  it('are read the same wherever the stream breaks', () => {
    const bytes = Buffer.from(STREAM)
    for (let at = 1; at < bytes.length; at += 1) {
      const reader = new ReplyReader()
      expect([...reader.read(bytes.subarray(0, at)), ...reader.read(bytes.subarray(at))]).toEqual(REPLIES)
    }
  })

  it('come one by one from single bytes', () => {
    const reader = new ReplyReader()
    expect([...Buffer.from(STREAM)].flatMap((byte) => reader.read(Buffer.from([byte])))).toEqual(REPLIES)
  })

  it('that are none are refused', () => {
    expect(() => new ReplyReader().read(Buffer.from('HTTP/1.1 400\r\n'))).toThrow('not a reply')
  })
})

it('a command counts bytes, not letters', () => {
  expect(encodeCommand(['SET', 'k', '€'])).toBe('*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$3\r\n€\r\n')
})

it('only errors have an error word', () => {
  expect([{ error: 'NOREPLICAS Not enough good replicas to write.' }, 'OK', 1, null, []].map(errorWord)).toEqual([
    'NOREPLICAS',
    null,
    null,
    null,
    null,
  ])
})
