interface Props {
  readonly labels: Readonly<Record<'system' | 'light' | 'dark', string>>
}

/** Goes round system, light, dark. Which mark shows is decided in CSS, so that it is right before any script has run. */
export function ThemeToggle({ labels: { system, light, dark } }: Props) {
  return (
    <button
      type="button"
      className="-mr-1.5 grid size-8 place-items-center rounded-lg text-soft no-js:invisible hover:bg-cut hover:text-ink"
      aria-label={system}
      title={system}
      data-theme-toggle=""
      data-system={system}
      data-light={light}
      data-dark={dark}
      suppressHydrationWarning
    >
      <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" className="fill-none stroke-current stroke-[1.6]" />
        <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" className="fill-current in-data-theme:hidden" />
        <circle cx="10" cy="10" r="6.5" className="hidden fill-current dark:inline" />
      </svg>
    </button>
  )
}
