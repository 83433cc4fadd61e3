import type { Agreement } from './agreement'

const SHAPES: Readonly<Record<Agreement, string>> = {
  agree: 'M2.5 6.5 5 9l5-6',
  disagree: 'M2.5 2.5l7 7m0-7-7 7',
  none: 'M3 6h6',
}

/** Whether something agrees: told by shape and, where there is a label, in words; the colour only helps. */
export function Mark({ agreement, label }: { agreement: Agreement; label?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      className={`evidence-mark evidence-mark-${agreement}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={SHAPES[agreement]} />
    </svg>
  )
}
