import { whenAt } from './at-element'

/** Lets Escape close the terms that explain themselves: each stays closed until it is pointed at, focused or pressed anew. */
export function closeTerms(): void {
  whenAt('keydown', '*', (_, { key }) => {
    if (key === 'Escape') for (const term of document.querySelectorAll('[data-term]')) term.setAttribute('data-closed', '')
  })
  for (const type of ['pointerover', 'focusin', 'click'] as const)
    whenAt(type, '[data-term]', (term) => term.removeAttribute('data-closed'))
}
