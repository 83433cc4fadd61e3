import { deliver, deliverAll, takeStep } from './arrival'
import type { Entry } from './entry'
import type { Protocol, World } from './model'
import { fire } from './process'
import { nextAt, pop, push } from './queue'
import { type Micros, micros } from './time'
import { nextSequence } from './world'

/** Puts an action of the scenario into the queue. */
export function scheduleAction<P extends Protocol>(world: World<P>, atMs: number, action: number): void {
  const at = micros(atMs)
  push(world.queue, {
    type: 'action',
    at,
    seq: nextSequence(world),
    generation: 0,
    of: 0,
    side: 0,
    number: action,
    cause: null,
    item: null,
  })
}

/** Handles the next entry of the queue, if it comes no later than `end`; false when there is none. */
export function step<P extends Protocol>(world: World<P>, end: Micros): boolean {
  if (nextAt(world.queue) > end) return false
  const entry = pop(world.queue)
  if (entry === undefined) return false
  world.now = entry.at
  world.dispatched += 1
  dispatch(world, entry)
  return true
}

/** Runs until nothing is left or `end` is passed, and stands there. */
export function runUntil<P extends Protocol>(world: World<P>, end: Micros): void {
  while (step(world, end));
  world.now = end
}

function dispatch<P extends Protocol>(world: World<P>, entry: Entry<P['message']>): void {
  if (entry.type === 'packet') deliver(world, entry)
  else if (entry.type === 'timer') fire(world, entry)
  else if (entry.type === 'burst') deliverAll(world, entry)
  else if (entry.type === 'action') {
    world.cause = null
    world.wiring.act(world, entry.number)
  } else takeStep(world, entry)
}
