import type { Agreement } from './agreement'

const SHAPES: Readonly<Record<Agreement, string>> = {
  agree: 'M2.5 6.5 5 9l5-6',
  disagree: 'M2.5 2.5l7 7m0-7-7 7',
  none: 'M3 6h6',
}

const COLOURS: Readonly<Record<Agreement, string>> = {
  agree: 'stroke-ink',
  disagree: 'stroke-ink',
  none: 'stroke-edge',
}

interface Props {
  readonly agreement: Agreement
  readonly label?: string
  /** Where it stands. */
  readonly className?: string
}

/** Whether something agrees: told by shape and, where there is a label, in words; the colour only helps. */
export function Mark({ agreement, label, className = '' }: Props) {
  return (
    <svg
      viewBox="0 0 12 12"
      className={`inline-block size-[0.85em] flex-none fill-none stroke-2 align-[-0.06em] ${COLOURS[agreement]} ${className}`}
      strokeLinecap="round"
      strokeLinejoin="round"
      data-mark={agreement}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <path d={SHAPES[agreement]} />
    </svg>
  )
}
