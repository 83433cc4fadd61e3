'use client'

import { useSyncExternalStore } from 'react'
import { THEME_KEY } from './theme-script'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function choose(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // No storage: the choice holds until the page is left.
  }
  for (const listener of listeners) listener()
}

/** Goes round system, light, dark. Which mark shows is decided in CSS, so that it is right before React wakes. */
export function ThemeToggle({ labels }: { labels: Readonly<Record<Theme, string>> }) {
  const theme = useSyncExternalStore(subscribe, read, () => 'system' as const)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const label = labels[theme]
  return (
    <button type="button" className="theme-toggle needs-js" aria-label={label} title={label} onClick={() => choose(next)}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" className="theme-ring" />
        <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" className="theme-half" />
        <circle cx="10" cy="10" r="6.5" className="theme-full" />
      </svg>
    </button>
  )
}
