import type { SettingId } from '@/lib/settings/settings'

/** What a reader has set on a demo, in the unit of each control. Absent: as the named scenario has it. */
export type LiveSettings = Readonly<Partial<Record<SettingId, number>>>

/** Writes what a demo is running into the snippets of the page that show its scenario. */
export function set(scenarioName: string, settings: LiveSettings): void {
  const values = new Map<string, number | undefined>(Object.entries(settings))
  for (const shown of document.querySelectorAll<HTMLElement>('[data-setting][data-value]')) {
    const { scenario, setting = '', value = '' } = shown.dataset
    if (scenario === scenarioName) shown.textContent = String(values.get(setting) ?? value)
  }
}
