import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Fifo } from './fifo'

it('gives back in order what it was given, as an array does', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ push: fc.nat() }) },
    { weight: 2, arbitrary: fc.constant('shift' as const) },
    { weight: 1, arbitrary: fc.record({ unshift: fc.nat() }) },
  )
  const check = fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const fifo = new Fifo<number>()
    const array: number[] = []
    for (const one of steps) {
      if (one === 'shift') expect(fifo.shift()).toBe(array.shift())
      else if ('push' in one) {
        fifo.push(one.push)
        array.push(one.push)
      } else {
        fifo.unshift(one.unshift)
        array.unshift(one.unshift)
      }
      expect(fifo.first).toBe(array[0])
    }
  })
  fc.assert(check, { seed: 7 })
})

it('stays in order over any number of items', () => {
  const fifo = new Fifo<number>()
  for (let round = 0; round < 3; round += 1) {
    for (let item = 0; item < 10_000; item += 1) fifo.push(item)
    for (let item = 0; item < 10_000; item += 1) expect(fifo.shift()).toBe(item)
    expect(fifo.shift()).toBeUndefined()
  }
})
