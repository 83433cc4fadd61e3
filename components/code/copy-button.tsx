interface Props {
  readonly copy: string
  /** Which snippet, for those who only hear of the button. */
  readonly what: string
  readonly copied: string
  readonly failed: string
}

/** Copies the code of its snippet. */
export function CopyButton({ copy, what, copied, failed }: Props) {
  return (
    <button type="button" className="copy-button needs-js" data-copy={copy} data-copied={copied} data-failed={failed}>
      <span aria-live="polite">{copy}</span>
      <span className="sr-only"> {what}</span>
    </button>
  )
}
