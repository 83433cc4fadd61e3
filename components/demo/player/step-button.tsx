/** @jsxImportSource preact */
import { Icon, type IconName } from './icons'

const LOOKS =
  'inline-grid flex-none place-items-center rounded-lg border border-line text-ink not-aria-disabled:hover:border-edge aria-disabled:text-edge'

interface Props {
  readonly name: IconName
  readonly label: string
  /** Where it leads, µs; null at the ends. */
  readonly to: number | null
  readonly small?: boolean
  readonly onSeek: (at: number) => void
}

/** A step. At the ends it is told to lead nowhere, and keeps the focus. */
export function StepButton({ name, label, to, small = false, onSeek }: Props) {
  return (
    <button
      type="button"
      class={small ? `${LOOKS} size-7` : `${LOOKS} h-10 w-9 sm:h-9 sm:w-8`}
      aria-label={label}
      title={label}
      aria-disabled={to === null}
      onClick={() => to !== null && onSeek(to)}
    >
      <Icon name={name} />
    </button>
  )
}
