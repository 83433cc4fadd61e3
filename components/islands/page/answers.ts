/** Keeps the answers of the guide to the settings and its address in step: whoever copies the address copies the configuration. */
export function followAnswers(): void {
  const guide = document.querySelector('[data-guide]')
  if (!guide) return
  const radios = guide.querySelectorAll<HTMLInputElement>('[type=radio]')
  const links = [...guide.querySelectorAll<HTMLAnchorElement>('a[id]')]
  // Only the link to the configuration in view is shown.
  const shown = () => links.find((link) => link.offsetParent)
  const answer = () => {
    for (const radio of radios) radio.checked = false
    const { dataset } = shown() ?? {}
    for (const radio of radios) radio.checked = dataset?.[radio.name] === radio.value
  }
  answer()
  addEventListener('hashchange', () => {
    if (guide.querySelector(':target')) answer()
  })
  guide.addEventListener('change', () => history.replaceState(null, '', shown()?.href))
}
