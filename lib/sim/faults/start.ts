import { change } from '../core/network'
import { start as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault, Status } from './process-fault'
import { hostOf, signal } from './signal'
import { targetForm } from './target-form'

interface Start {
  readonly start: Target
}

const needs: readonly Status[] = ['dead']

/** A dead process begins again, from its files; its host has power again. */
export const start: ProcessFault<Start> = {
  needs,
  leaves: 'running',
  apply(world, { start: target }) {
    change(world, { power: { host: hostOf(target), on: true } })
    signal(world, target, { type: 'start', send, to: needs })
  },
  target: (deed) => deed.start,
}

export const startForm = /* @__PURE__ */ targetForm<Start>(
  'start',
  (target) => ({ start: target }),
  (deed) => deed.start,
)
