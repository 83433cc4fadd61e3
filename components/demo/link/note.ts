const NOTE = 'mb-2 rounded-lg border border-line bg-panel px-3.5 py-2 text-sm text-ink print:hidden'

/** Says something of a link in front of an element, in the place of what was said there before; `''` takes it away. */
export function note(element: Element | null, sentence: string): void {
  const before = element?.previousElementSibling
  if (before instanceof HTMLElement && before.dataset.part === 'link-note') before.remove()
  if (element === null || sentence === '') return
  const said = document.createElement('p')
  said.className = NOTE
  said.dataset.part = 'link-note'
  said.setAttribute('role', 'alert')
  element.before(said)
  // What is said after it is there is read out.
  said.textContent = sentence
}
