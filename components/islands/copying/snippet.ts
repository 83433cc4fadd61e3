import type { Words } from '@/lib/words/words'
import { putOnClipboard } from './clipboard'
import { pageAddress } from './place'

/** How long it stays said that something was copied, milliseconds. */
const SAID_FOR = 2000

/** Copies the text of the `<pre>` of a snippet as it is seen at that moment: one that follows a demo, or answers, is copied live. */
export function copySnippet(button: HTMLElement, words: Words['copying']): void {
  const snippet = button.closest<HTMLElement>('[data-snippet]')
  const pre = snippet?.querySelector('pre')
  const said = button.querySelector('[aria-live]')
  if (!pre || !said) return
  // A file keeps where it comes from.
  const from = snippet?.dataset.snippet === 'file' ? `${words.source(sourceOf(pre))}\n` : ''
  const copied = putOnClipboard({ text: `${from}${pre.innerText.trimEnd()}\n` })
  if (!copied) getSelection()?.selectAllChildren(pre)
  said.textContent = copied ? words.copied : words.byHand
  setTimeout(() => {
    said.textContent = button.dataset.copy ?? ''
  }, SAID_FOR)
}

/** The demo that a file belongs to, as it stands; the answers that made it; or the section that shows it. */
function sourceOf(pre: HTMLElement): string {
  const link = pre.closest<HTMLElement>('[data-island="demo"]')?.dataset.link
  if (link) return pageAddress(`?${link}`)
  // Its answers stand in the address.
  if (pre.closest('[data-guide]') && location.hash) return pageAddress(location.hash)
  const before = [...document.querySelectorAll('main :is(h2, h3)[id]')].findLast(
    (heading) => heading.compareDocumentPosition(pre) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return pageAddress(before ? `#${before.id}` : '')
}
