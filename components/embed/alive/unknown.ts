/** Says which parameters of the address have a value that means nothing here. The sentences stand in the page, each under the name of its own. */
export function sayWhatIsUnknown(): void {
  const note = document.querySelector<HTMLElement>('[data-part="unknown"]')
  if (note === null) return
  const query = new URLSearchParams(location.search)
  const said = [...query].flatMap(([name, value]) => {
    const { sentence, known = '' } = note.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`)?.dataset ?? {}
    return sentence === undefined || known.split(' ').includes(value) ? [] : [sentence.replace('{value}', () => value)]
  })
  note.textContent = said.join(' ')
  note.hidden = said.length === 0
}
