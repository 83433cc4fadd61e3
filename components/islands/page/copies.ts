/** How long it stays said that something was copied, milliseconds. */
const SAID_FOR = 2000

/** Lets the buttons of snippets copy their code, and the links of headings their address. */
export function offerCopies(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const button = target.closest<HTMLElement>('button[data-copy]')
    if (button) void copySnippet(button)
    const link = target.closest<HTMLAnchorElement>('a[data-copied]')
    if (link) void copyAddress(link)
  })
}

/** Copies the text of the `<pre>` of a snippet as it stands at that moment, so a snippet that follows a demo is copied live. */
async function copySnippet(button: HTMLElement): Promise<void> {
  const pre = button.closest('[data-snippet]')?.querySelector('pre')
  const said = button.querySelector('[aria-live]')
  if (!pre || !said) return
  const { copy = '', copied = '', failed = '' } = button.dataset
  try {
    await navigator.clipboard.writeText(`${pre.textContent?.trimEnd()}\n`)
    said.textContent = copied
  } catch {
    getSelection()?.selectAllChildren(pre)
    said.textContent = failed
  }
  setTimeout(() => {
    said.textContent = copy
  }, SAID_FOR)
}

/** Puts the address of a heading on the clipboard where the browser lets it; elsewhere the link still works as one. */
async function copyAddress({ href, dataset, nextElementSibling: said }: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(href)
  } catch {
    return
  }
  if (said === null) return
  said.textContent = dataset.copied ?? ''
  setTimeout(() => {
    said.textContent = ''
  }, SAID_FOR)
}
