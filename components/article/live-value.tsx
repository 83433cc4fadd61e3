import type { SettingId } from '@/lib/settings/settings'

/** The value of one directive: as the scenario has it, until the reader moves that setting on the scenario's demo. */
export function LiveValue({ scenario, setting, value }: { scenario: string; setting: SettingId; value: string }) {
  return (
    <span className="font-strong text-value" data-scenario={scenario} data-setting={setting} data-value={value}>
      {value}
    </span>
  )
}
