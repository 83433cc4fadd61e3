import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from './browser'

/** Axe finds nothing on the page as it is, or in a part of it, in either theme: in the dark one only colours are looked at anew. */
export async function expectAxeFindsNothing(page: Page, part?: string): Promise<void> {
  const width = `${page.viewportSize()?.width} px`
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await findings(page, part), `light, ${width}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findings(page, part, ['color-contrast']), `dark, ${width}`).toEqual([])
}

/** Off unless asked for: whoever speaks to a control says what they see on it. */
const EXTRA_RULES = { 'label-content-name-mismatch': { enabled: true } }

async function findings(page: Page, part?: string, rules?: string[]): Promise<string[]> {
  // Without frames there is nothing that a second page, which Axe would open otherwise, could be for.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], rules: EXTRA_RULES })
  if (part) axe.include(part)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}
