interface Props {
  readonly label: string
  /** Said where what it opens can't be loaded. */
  readonly failed: string
}

/** Opens the search: `components/islands/page/search.ts`. */
export function SearchButton({ label, failed }: Props) {
  return (
    <button
      type="button"
      className="-mr-1.5 grid size-8 place-items-center rounded-lg text-soft no-js:invisible hover:bg-cut hover:text-ink"
      aria-label={label}
      title={`${label} (/)`}
      data-search={failed}
    >
      <svg viewBox="0 0 20 20" className="size-5 fill-none stroke-current stroke-[1.6]" aria-hidden="true">
        <circle cx="9" cy="9" r="5.5" />
        <path d="M13 13l4 4" />
      </svg>
    </button>
  )
}
