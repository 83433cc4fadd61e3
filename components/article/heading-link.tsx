'use client'

import { useState } from 'react'

/** Goes to its heading, so that the address bar names it, and puts that address on the clipboard where the browser lets it. */
export function HeadingLink({ id, label, copied }: { id: string; label: string; copied: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(`#${id}`, location.href).href)
      setSaid(copied)
      setTimeout(() => setSaid(''), 2000)
    } catch {
      // No clipboard here: the link still works as one.
    }
  }
  return (
    <>
      <a href={`#${id}`} className="heading-link" aria-label={label} onClick={copy}>
        #
      </a>
      <span className="heading-said" role="status">
        {said}
      </span>
    </>
  )
}
