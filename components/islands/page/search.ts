import { whenAt } from './at-element'

/** Lets the button of the header, `/` and Ctrl or ⌘ with K open the search; an address with `?q=` opens it, too. */
export function offerSearch(): void {
  whenAt('click', '[data-search]', open)
  whenAt('keydown', '*', (target, event) => {
    // Where something is typed, it is a letter.
    if (event.key !== (event.ctrlKey || event.metaKey ? 'k' : '/') || target.matches(':read-write')) return
    event.preventDefault()
    open()
  })
  if (/[?&]q=/.test(location.search)) open()
}

/** What is searched, and how, is fetched when somebody asks for it. Where that fails, what was to open it says so. */
function open(): void {
  import('../search').then(
    ({ openSearch }) => openSearch(),
    () => {
      for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) button.replaceWith(`${button.dataset.search}`)
    },
  )
}
