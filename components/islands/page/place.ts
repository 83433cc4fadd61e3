/** Marks the section being read in the table of contents, and lets the link to the other language lead to the same one. */
export function followPlace(): void {
  if (!('IntersectionObserver' in window)) return
  const entries = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')]
  const others = document.querySelectorAll<HTMLAnchorElement>('a[data-same-place]')
  watch(
    entries.map((entry) => decodeURIComponent(entry.hash.slice(1))),
    (place) => {
      for (const [index, entry] of entries.entries()) {
        if (index === place) entry.setAttribute('aria-current', 'location')
        else entry.removeAttribute('aria-current')
      }
      for (const other of others) other.hash = entries[place]?.hash ?? ''
    },
  )
}

/**
 * Tells which of these headings is the last above the upper third of the window, at each change; −1 above the first. The observer
 * only says when a heading crosses that line; where all of them stand is then measured, so that a jump over several sections is
 * not missed.
 */
function watch(ids: readonly string[], tell: (place: number) => void): void {
  const headings = ids.map((id) => document.getElementById(id))
  let told = -1
  const settle = () => {
    const line = window.innerHeight / 3
    const place = headings.findLastIndex((heading) => heading !== null && heading.getBoundingClientRect().top <= line)
    if (place !== told) tell(place)
    told = place
  }
  const observer = new IntersectionObserver(settle, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] })
  for (const heading of headings) if (heading) observer.observe(heading)
}
