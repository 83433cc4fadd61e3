/** @jsxImportSource preact */

interface Props {
  readonly label: string
  /** The value as it is read out. */
  readonly text: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onSlide: (slider: HTMLInputElement) => void
}

/** A slider on a track of its own, filled up to its thumb: it looks alike in every browser and theme. */
export function Slider({ label, text, value, min, max, step, onSlide }: Props) {
  const part = max > min ? Math.round(((value - min) / (max - min)) * 1000) / 10 : 0
  return (
    <span class="relative block min-w-0 flex-1">
      {/* Between the middles of the thumb at either end. */}
      <svg class="absolute inset-x-2 top-2.5 h-1 w-[calc(100%-1rem)] overflow-visible" aria-hidden="true">
        <line class="stroke-line" x1="0" x2="100%" y1="2" y2="2" stroke-width="4" stroke-linecap="round" />
        <line class="stroke-ink" x1="0" x2={`${part}%`} y1="2" y2="2" stroke-width="4" stroke-linecap="round" />
      </svg>
      <input
        type="range"
        class="relative block h-6 w-full cursor-pointer"
        aria-label={label}
        aria-valuetext={text}
        {...{ min, max, step, value }}
        onInput={(event) => onSlide(event.currentTarget)}
      />
    </span>
  )
}
