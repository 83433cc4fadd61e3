// What is alive on the page for what is not there: out of the links to all pages it brings forward those nearest to the address. They take its query
// and fragment along. Nothing else of the address gets into the page.
import { nearest } from '@/lib/content/nearest'

for (const section of document.querySelectorAll<HTMLElement>('[data-pages]')) {
  const links = new Map([...section.querySelectorAll<HTMLAnchorElement>('details a')].map((link) => [link.pathname, link]))
  const room = section.querySelector<HTMLElement>('[data-nearest]')
  const found = nearest(location.pathname, [...links.keys()], section.dataset.pages ?? '')
  for (const path of found) {
    const link = links.get(path)?.cloneNode(true)
    if (!(link instanceof HTMLAnchorElement)) continue
    link.search = location.search
    link.hash = location.hash
    const item = document.createElement('li')
    item.append(link)
    room?.lastElementChild?.append(item)
  }
  if (room) room.hidden = found.length === 0
}
