import { whenPassed } from './passed'

/** Marks the section being read in the table of contents, and lets the link to the other language lead to the same one. */
export function followPlace(): void {
  const entries = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')]
  const others = document.querySelectorAll<HTMLAnchorElement>('a[data-same-place]')
  const headings = entries.map((entry) => document.getElementById(entry.hash.slice(1)))
  whenPassed(headings, 1 / 3, (place) => {
    for (const [index, entry] of entries.entries()) entry.ariaCurrent = index === place ? 'location' : null
    for (const other of others) other.hash = entries[place]?.hash ?? ''
  })
}
