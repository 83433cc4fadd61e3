import { whenAt } from './at-element'

/** Keeps the page where it is when a chip is pressed whose demo is in view already; elsewhere the link leads to it. */
export function offerChips(): void {
  whenAt('click', 'a[data-demo]', (chip, event) => {
    const demo = document.getElementById(chip.dataset.demo ?? '')
    const ownWindow = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (demo && !ownWindow && isInView(demo)) event.preventDefault()
  })
}

/** Whether most of it can be seen. */
function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect()
  return Math.min(bottom, innerHeight) - Math.max(top, 0) > Math.min(height, innerHeight) / 2
}
