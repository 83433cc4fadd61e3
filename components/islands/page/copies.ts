import type { Copying } from '../copying/copying'
import { whenAt } from './at-element'

/** By the language of the page. */
const COPYING: Readonly<Record<string, (() => Promise<Copying>) | undefined>> = {
  en: () => import('../copying/en'),
  'zh-CN': () => import('../copying/zh-cn'),
}

/** Lets the buttons of snippets copy their code, and the links of headings and demos what they lead to. Who comes near one has it fetched. */
export function offerCopies(): void {
  for (const type of ['pointerover', 'focusin', 'click'] as const)
    whenAt(type, '[data-copy],a[data-link]', (element, event) => {
      const copying = COPYING[document.documentElement.lang]?.()
      if (type !== 'click') return
      if (element.closest('figure')) event.preventDefault()
      void copying?.then(({ press }) => press(element))
    })
}
