import type { SettingId } from '@/lib/settings/settings'

/** What a reader has set on a demo, in the unit of each control. Absent: as the named scenario has it. */
export type LiveSettings = Readonly<Partial<Record<SettingId, number>>>

const UNTOUCHED: LiveSettings = {}

const settings = new Map<string, LiveSettings>()
const listeners = new Set<() => void>()

/** Calls `listener` after each change of any demo on the page; returns how to stop that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The settings of the demo of a named scenario; the same object until they change. */
export function get(scenarioName: string): LiveSettings {
  return settings.get(scenarioName) ?? UNTOUCHED
}

/** Publishes what a demo is running, so that a snippet elsewhere on the page can show the same. */
export function set(scenarioName: string, next: LiveSettings): void {
  settings.set(scenarioName, next)
  for (const listener of listeners) listener()
}
