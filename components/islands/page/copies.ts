import { whenAt } from './at-element'

/** How long it stays said that something was copied, milliseconds. */
const SAID_FOR = 2000

/** Lets the buttons of snippets copy their code, and the links of headings their address. */
export function offerCopies(): void {
  whenAt('click', 'button[data-copy]', copySnippet)
  whenAt('click', 'a[data-copied]', copyAddress)
}

/** Copies the text of the `<pre>` of a snippet as it is seen at that moment: one that follows a demo, or answers, is copied live. */
async function copySnippet(button: HTMLElement): Promise<void> {
  const pre = button.closest('[data-snippet]')?.querySelector('pre')
  const said = button.querySelector('[aria-live]')
  if (!pre || !said) return
  const { copy = '', copied = '', failed = '' } = button.dataset
  try {
    await navigator.clipboard.writeText(`${pre.innerText.trimEnd()}\n`)
    say(said, copied, copy)
  } catch {
    getSelection()?.selectAllChildren(pre)
    say(said, failed, copy)
  }
}

/** Puts the address of a heading on the clipboard where the browser lets it; elsewhere the link still works as one. */
async function copyAddress({ href, dataset, nextElementSibling: said }: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(href)
  } catch {
    return
  }
  if (said !== null) say(said, dataset.copied ?? '', '')
}

function say(where: Element, text: string, afterwards: string): void {
  where.textContent = text
  setTimeout(() => {
    where.textContent = afterwards
  }, SAID_FOR)
}
