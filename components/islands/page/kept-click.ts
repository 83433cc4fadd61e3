/** What a reader can press in a demo. */
const CONTROLS = 'button, input'

/**
 * Keeps the last click on a control of a demo that is not alive yet. The function returned does it again, on the control that then
 * stands in the same place; called where nothing was clicked it only stops.
 */
export function keepClick(root: HTMLElement): () => void {
  let kept: readonly number[] | null = null
  const keep = (event: Event) => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null
    if (control === null) return
    // A box that ticks itself would be ticked twice.
    event.preventDefault()
    kept = placeOf(control, root)
  }
  root.addEventListener('click', keep)
  return () => {
    root.removeEventListener('click', keep)
    const control = kept && elementAt(kept, root)
    if (!(control instanceof HTMLElement)) return
    control.focus()
    control.click()
  }
}

/** The way from a root down to an element: which child each time. */
function placeOf(element: Element, root: Element): readonly number[] {
  const way: number[] = []
  for (let here = element; here !== root && here.parentElement; here = here.parentElement)
    way.unshift([...here.parentElement.children].indexOf(here))
  return way
}

function elementAt(way: readonly number[], root: Element): Element | undefined {
  return way.reduce<Element | undefined>((here, index) => here?.children[index], root)
}
