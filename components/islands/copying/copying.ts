import type { Words } from '@/lib/words/words'
import { offerForms } from './menu'
import { placeOf } from './place'
import { copySnippet } from './snippet'

/** What copies on a page: the links of headings and demos, the buttons of snippets. It is fetched when somebody comes near one. */
export interface Copying {
  /** One was pressed. */
  readonly press: (pressed: HTMLElement) => void
}

export function copyingIn(words: Words['copying']): Copying {
  return {
    press(pressed) {
      if (pressed instanceof HTMLAnchorElement) offerForms(pressed, placeOf(pressed), words)
      else copySnippet(pressed, words)
    },
  }
}
