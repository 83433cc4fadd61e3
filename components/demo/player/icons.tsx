/** @jsxImportSource preact */
const PATHS = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  nextEvent: 'M5 3v10l7-5z',
  previousEvent: 'M11 3v10L4 8z',
  // Two heads: on to the next number. A bar would promise the end.
  nextMoment: 'M2 3v10l6-5zM8 3v10l6-5z',
  previousMoment: 'M14 3v10L8 8zM8 3v10L2 8z',
} as const

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
