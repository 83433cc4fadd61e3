/** What a reader can press in a demo. */
const CONTROLS = 'button:not([data-copy]), input'

/**
 * Keeps what was typed into a demo that is not alive yet, and the last click on a control of it or on a link to one of its moments. The
 * function returned does it again, on the controls that then stand in the same places; called where nothing was done it only stops.
 */
export function keepActs(root: HTMLElement): () => void {
  const link = `a[data-demo="${CSS.escape(root.querySelector('figure')?.id ?? '')}"]`
  let again: (() => void) | null = null
  const typed = new Map<Element, () => void>()
  const keep = (event: Event) => {
    if (!(event.target instanceof Element)) return
    const chip = event.target.closest<HTMLElement>(link)
    if (chip !== null) again = () => pressOnly(chip)
    const control = event.target.closest(CONTROLS)
    if (control === null || !root.contains(control)) return
    // A box that ticks itself would be ticked twice.
    event.preventDefault()
    const way = placeOf(control, root)
    again = () => press(elementAt(way, root))
  }
  const keepValue = ({ target }: Event) => {
    if (!isField(target)) return
    const { value } = target
    const way = placeOf(target, root)
    typed.set(target, () => retype(elementAt(way, root), value))
  }
  document.addEventListener('click', keep)
  root.addEventListener('input', keepValue)
  return () => {
    document.removeEventListener('click', keep)
    root.removeEventListener('input', keepValue)
    for (const typeAgain of typed.values()) typeAgain()
    again?.()
  }
}

type Field = HTMLInputElement | HTMLSelectElement

function isField(element: unknown): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
}

/** Gives a field a value as a reader would. */
function retype(field: Element | undefined, value: string): void {
  if (!isField(field)) return
  field.value = value
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
}

function press(control: Element | undefined): void {
  if (!(control instanceof HTMLElement)) return
  control.focus()
  control.click()
}

/** Presses a link that has led to its target before: the page stays where it is. */
function pressOnly(chip: HTMLElement): void {
  chip.addEventListener('click', (event) => event.preventDefault(), { once: true })
  chip.click()
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
