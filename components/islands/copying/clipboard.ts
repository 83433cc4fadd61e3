import type { Clip } from '@/lib/share/wiki'

/**
 * Puts something on the clipboard at once, in all its forms; returns whether the browser let it. By the command of old: what replaced it is
 * not there on plain HTTP, as many intranets are.
 */
export function putOnClipboard({ text, html }: Clip): boolean {
  let put = false
  const fill = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData.setData('text/plain', text)
    if (html !== undefined) event.clipboardData.setData('text/html', html)
    put = true
  }
  document.addEventListener('copy', fill, true)
  // Safari copies only where something is selected.
  const letGo = selectSomething()
  try {
    return document.execCommand('copy') && put
  } finally {
    letGo()
    document.removeEventListener('copy', fill, true)
  }
}

/** Selects a mark that nobody sees; the function returned brings back what was selected. */
function selectSomething(): () => void {
  const selection = getSelection()
  const before = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const mark = document.createElement('span')
  mark.className = 'sr-only'
  mark.textContent = '#'
  document.body.append(mark)
  selection?.selectAllChildren(mark)
  return () => {
    mark.remove()
    selection?.removeAllRanges()
    if (before !== null) selection?.addRange(before)
  }
}
