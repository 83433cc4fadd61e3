'use client'

import { useState } from 'react'

interface Props {
  readonly copy: string
  /** Which snippet, for those who only hear of the button. */
  readonly what: string
  readonly copied: string
  readonly failed: string
}

/** Copies the text of the `<pre>` of its snippet as it stands at that moment, so a snippet that follows a demo is copied live. */
export function CopyButton({ copy, what, copied, failed }: Props) {
  const [said, setSaid] = useState('')
  const onClick = async (event: React.MouseEvent<HTMLButtonElement>) => {
    const pre = event.currentTarget.closest('.snippet')?.querySelector('pre')
    if (!pre) return
    try {
      await navigator.clipboard.writeText(`${pre.textContent?.trimEnd()}\n`)
      setSaid(copied)
    } catch {
      getSelection()?.selectAllChildren(pre)
      setSaid(failed)
    }
    setTimeout(() => setSaid(''), 2000)
  }
  return (
    <button type="button" className="copy-button needs-js" onClick={onClick}>
      <span aria-live="polite">{said || copy}</span>
      <span className="sr-only"> {what}</span>
    </button>
  )
}
