'use client'

import { useSyncExternalStore } from 'react'
import { get, subscribe } from '@/components/demo/player/live-settings'
import type { SettingId } from '@/lib/settings/settings'

/** The value of one directive: as the scenario has it, until the reader moves that setting on the scenario's demo. */
export function LiveValue({ scenario, setting, value }: { scenario: string; setting: SettingId; value: string }) {
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
