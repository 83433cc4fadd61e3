'use client'

import { useSyncExternalStore } from 'react'
import { get, subscribe } from '@/components/demo/player/live-settings'
import type { ControlId } from '@/lib/sim/scenario/controls'

/** The value of one directive: as the scenario has it, until the reader moves that setting on the scenario's demo. */
export function LiveValue({ scenario, setting, value }: { scenario: string; setting: ControlId; value: string }) {
  const live = useSyncExternalStore(
    subscribe,
    () => get(scenario)[setting],
    () => undefined,
  )
  return (
    <span className="live-value" data-setting={setting}>
      {live ?? value}
    </span>
  )
}
