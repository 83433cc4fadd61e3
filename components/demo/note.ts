/** A sentence about a demo that can do no more, to stand beside its figure. */
export function noteOf(text: string): HTMLElement {
  const note = document.createElement('p')
  note.className = 'mt-3 text-sm text-soft'
  note.setAttribute('role', 'status')
  note.textContent = text
  return note
}
