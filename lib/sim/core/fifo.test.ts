import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dequeue, enqueue, enqueueFirst, firstOf, newFifo } from './fifo'

it('gives back in order what it was given, as an array does', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ push: fc.nat() }) },
    { weight: 2, arbitrary: fc.constant('shift' as const) },
    { weight: 1, arbitrary: fc.record({ unshift: fc.nat() }) },
  )
  const check = fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const fifo = newFifo<number>()
    const array: number[] = []
    for (const one of steps) {
      if (one === 'shift') expect(dequeue(fifo)).toBe(array.shift())
      else if ('push' in one) {
        enqueue(fifo, one.push)
        array.push(one.push)
      } else {
        enqueueFirst(fifo, one.unshift)
        array.unshift(one.unshift)
      }
      expect(firstOf(fifo)).toBe(array[0])
    }
  })
  fc.assert(check, { seed: 7 })
})

it('stays in order over any number of items', () => {
  const fifo = newFifo<number>()
  for (let round = 0; round < 3; round += 1) {
    for (let item = 0; item < 10_000; item += 1) enqueue(fifo, item)
    for (let item = 0; item < 10_000; item += 1) expect(dequeue(fifo)).toBe(item)
    expect(dequeue(fifo)).toBeUndefined()
  }
})
