// What is alive in an embed, without its words: one script without modules, for a page in a sandboxed frame is of no origin, and modules are
// only given to whom the host allows them.
import { Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { jsx, jsxs } from 'preact/jsx-runtime'
import type { DemoWords } from '@/components/demo/cast'
import type { Links } from '@/components/demo/link/view'
import { wakeDemo } from '@/components/demo/wake'
import { whenAt } from '@/components/islands/page/at-element'
import { tellHeight } from './height'
import { listsFrom } from './lists'
import { sayWhatIsUnknown } from './unknown'

/** What the lists are drawn with, whose script comes later: not twice. `scripts/embeds/bundle.mjs` has them take it from here. */
export const SHARED = { Fragment, jsx, jsxs, useEffect, useMemo, useRef, useState }

/** Brings the demo of an embed to life. */
export function bringToLife(words: DemoWords): void {
  const root = document.querySelector<HTMLElement>('[data-island="demo"]')
  if (root === null) return
  const tell = tellHeight()
  sayWhatIsUnknown()
  const loading = document.querySelector('[data-part="loading"]')
  const fail = (sentence = '') => {
    // The run as it was built is told below.
    root.replaceChildren()
    const note = document.querySelector('[data-part="failed"]')
    if (note !== null && sentence !== '') note.textContent = sentence
    document.documentElement.dataset.state = 'failed'
  }
  const load = listsFrom(document.querySelector('script[data-part="lists"]'))
  whenAt('click', 'button[data-copy], a[data-link]', (element, event) => {
    if (element.closest('figure')) event.preventDefault()
    void load().then(({ press }) => press(element))
  })
  let links: Promise<Links> | undefined
  const loadLinks = () =>
    (links ??= load().then(({ linksOf }) => linksOf(root.querySelector('figure')?.id.replace(/^demo-/, '') ?? '')))
  void wakeDemo(root, words, fail, { loadLists: load, loadLinks })
    .catch(() => fail())
    .then(() => {
      loading?.remove()
      tell()
    })
}
