import type { SettingId } from '@/lib/settings/settings'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** What a page hands to the browser for one demo, as JSON: what its figure can't say and what the browser can't compute. */
export interface DemoData {
  readonly id: string
  readonly title: string
  readonly scenarios: readonly Scenario[]
  readonly settings: readonly SettingId[]
  /** What is drawn once, by names of where the page holds it: where it has no figure that it stands in. */
  readonly drawnOnce?: { readonly confs: readonly string[]; readonly proof: string }
}
