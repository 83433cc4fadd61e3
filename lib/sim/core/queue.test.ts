import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOrder, nextAt, pop, push, type Scheduled } from './queue'

const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 })

function popAll(queue: Scheduled[]): Scheduled[] {
  const popped: Scheduled[] = []
  for (let next = pop(queue); next !== undefined; next = pop(queue)) popped.push(next)
  return popped
}

it('gives everything back in the order of (time, sequence number)', () => {
  fc.assert(
    fc.property(times, (ats) => {
      const queue: Scheduled[] = []
      const items = ats.map((at, seq) => ({ at, seq }))
      for (const item of items) push(queue, item)
      expect(popAll(queue)).toEqual([...items].sort((a, b) => a.at - b.at || a.seq - b.seq))
    }),
  )
})

it('keeps that order when pushes and pops alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 200 }), (steps) => {
      const queue: Scheduled[] = []
      let model: Scheduled[] = []
      steps.forEach((at, seq) => {
        if (at !== null) {
          push(queue, { at, seq })
          model = [...model, { at, seq }].sort((a, b) => a.at - b.at || a.seq - b.seq)
        } else expect(pop(queue)).toEqual(model.shift())
        expect(queue.length).toBe(model.length)
        expect(nextAt(queue)).toBe(model[0]?.at ?? Number.POSITIVE_INFINITY)
      })
    }),
  )
})

it('tells the order of some of what waits, and keeps it', () => {
  fc.assert(
    fc.property(times, (ats) => {
      const queue: Scheduled[] = []
      for (const [seq, at] of ats.entries()) push(queue, { at, seq })
      const even = inOrder(queue.filter(({ at }) => at % 2 === 0))
      expect(even).toEqual(popAll(queue).filter(({ at }) => at % 2 === 0))
    }),
  )
})
