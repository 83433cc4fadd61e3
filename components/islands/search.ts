// The search over the page: fetched when somebody opens it.
import { h, render } from 'preact'
import { SearchDialog } from '@/components/search/search-dialog'

/**
 * Opens the search in the language of the page, unless it is open, with what the address asks for. Whoever closes it is back where they were.
 */
export function openSearch(): void {
  if (document.querySelector('dialog')) return
  const locale = document.documentElement.lang
  const button = [...document.querySelectorAll<HTMLElement>('[data-search]')].find(({ offsetParent }) => offsetParent)
  const place = document.createElement('div')
  document.body.append(place)
  const onClosed = () => {
    render(null, place)
    place.remove()
  }
  const typed = new URLSearchParams(location.search).get('q') ?? ''
  render(
    h(SearchDialog, { label: button?.ariaLabel ?? '', failed: button?.dataset.search ?? '', locale, typed, onClosed }),
    place,
  )
}
