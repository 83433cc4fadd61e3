// What is alive in the guide to the settings: its answers and the address of the page are kept in step, so that whoever copies the address
// copies the configuration.
const radios = document.querySelectorAll<HTMLInputElement>('[data-guide] [type=radio]')
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-guide] a[id]')]

/** Only the link to the configuration in view is shown. */
const shown = () => links.find((link) => link.offsetParent)

/** Not `:target`: this may run before the browser has looked for it. */
const addressed = () => links.find((link) => link.hash === location.hash)

function answer(link: HTMLElement | undefined): void {
  if (link) for (const radio of radios) radio.checked = link.dataset[radio.name] === radio.value
}

answer(addressed() ?? shown())
addEventListener('hashchange', () => answer(addressed()))
for (const radio of radios) radio.addEventListener('change', () => history.replaceState(null, '', shown()?.href))

export {}
