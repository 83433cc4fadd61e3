/** Keeps the answers of the guide to the settings and its address in step: whoever copies the address copies the configuration. */
export function followAnswers(guide: Element): void {
  const radios = guide.querySelectorAll<HTMLInputElement>('[type=radio]')
  const links = [...guide.querySelectorAll<HTMLAnchorElement>('a[id]')]
  // Only the link to the configuration in view is shown.
  const shown = () => links.find((link) => link.offsetParent)
  // Not `:target`: this may run before the browser has looked for it.
  const addressed = () => links.find((link) => link.hash === location.hash)
  const answer = (link: HTMLElement | undefined) => {
    if (link) for (const radio of radios) radio.checked = link.dataset[radio.name] === radio.value
  }
  answer(addressed() ?? shown())
  addEventListener('hashchange', () => answer(addressed()))
  guide.addEventListener('change', () => history.replaceState(null, '', shown()?.href))
}
