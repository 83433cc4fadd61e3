import { THEME_KEY } from '@/components/site/theme-key'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** Lets the button of a header go round system, light, dark. Which mark shows is decided in CSS. */
export function turnThemes(): void {
  for (const toggle of document.querySelectorAll<HTMLElement>('[data-theme-toggle]')) {
    tell(toggle)
    toggle.addEventListener('click', () => {
      choose(THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length] ?? 'system')
      tell(toggle)
    })
  }
}

function chosen(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
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
}

function tell(toggle: HTMLElement): void {
  const label = toggle.dataset[chosen()] ?? ''
  toggle.ariaLabel = label
  toggle.title = label
}
