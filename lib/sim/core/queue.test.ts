import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventQueue, type Scheduled } from './queue'

const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 })

function popAll(queue: EventQueue<Scheduled>): Scheduled[] {
  const popped: Scheduled[] = []
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) popped.push(next)
  return popped
}

it('gives everything back in the order of (time, sequence number)', () => {
  fc.assert(
    fc.property(times, (ats) => {
      const queue = new EventQueue<Scheduled>()
      const items = ats.map((at, seq) => ({ at, seq }))
      for (const item of items) queue.push(item)
      expect(popAll(queue)).toEqual([...items].sort((a, b) => a.at - b.at || a.seq - b.seq))
    }),
  )
})

it('keeps that order when pushes and pops alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 200 }), (steps) => {
      const queue = new EventQueue<Scheduled>()
      let model: Scheduled[] = []
      steps.forEach((at, seq) => {
        if (at !== null) {
          queue.push({ at, seq })
          model = [...model, { at, seq }].sort((a, b) => a.at - b.at || a.seq - b.seq)
        } else expect(queue.pop()).toEqual(model.shift())
        expect(queue.size).toBe(model.length)
        expect(queue.nextAt).toBe(model[0]?.at ?? Number.POSITIVE_INFINITY)
      })
    }),
  )
})

it('selects what waits, in the same order, and keeps it', () => {
  fc.assert(
    fc.property(times, (ats) => {
      const queue = new EventQueue<Scheduled>()
      for (const [seq, at] of ats.entries()) queue.push({ at, seq })
      const even = queue.select(({ at }) => at % 2 === 0)
      expect(even).toEqual(popAll(queue).filter(({ at }) => at % 2 === 0))
    }),
  )
})
