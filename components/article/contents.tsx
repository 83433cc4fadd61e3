'use client'

import { useEffect } from 'react'
import { setReadingPlace, useReadingPlace } from '@/components/site/reading-place'
import type { Heading } from '@/lib/content/heading'

/** The table of contents; marks the section being read. Without JavaScript it is a list of links. */
export function Contents({ label, headings }: { label: string; headings: Pick<Heading, 'id' | 'text'>[] }) {
  const place = useReadingPlace()
  useEffect(() => watch(headings.map(({ id }) => id)), [headings])
  return (
    <nav className="toc" aria-label={label}>
      <p className="toc-title" aria-hidden="true">
        {label}
      </p>
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={place === id ? 'location' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/**
 * Names the last heading above the upper third of the window as the place being read. The observer only says when a heading
 * crosses that line; where all of them stand is then measured, so that a jump over several sections is not missed.
 */
function watch(ids: string[]): () => void {
  if (!('IntersectionObserver' in window)) return () => {}
  const headings = ids.flatMap((id) => document.getElementById(id) ?? [])
  const settle = () => {
    const line = window.innerHeight / 3
    setReadingPlace(headings.findLast((heading) => heading.getBoundingClientRect().top <= line)?.id ?? '')
  }
  const observer = new IntersectionObserver(settle, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] })
  for (const heading of headings) observer.observe(heading)
  return () => {
    observer.disconnect()
    setReadingPlace('')
  }
}
