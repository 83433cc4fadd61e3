interface Props {
  readonly copy: string
  /** Which snippet, for those who only hear of the button. */
  readonly what: string
}

/** Copies the code of its snippet. */
export function CopyButton({ copy, what }: Props) {
  return (
    <button
      type="button"
      className="-mr-2 rounded-md px-2 py-1 text-soft no-js:invisible hover:bg-cut hover:text-ink print:hidden"
      data-copy={copy}
    >
      <span aria-live="polite">{copy}</span>
      <span className="sr-only"> {what}</span>
    </button>
  )
}
