/** @jsxImportSource preact */
const PATHS = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  nextEvent: 'M5 3v10l7-5z',
  previousEvent: 'M11 3v10L4 8z',
  nextMoment: 'M3 3v10l7-5zM11 3h2v10h-2z',
  previousMoment: 'M13 3v10L6 8zM3 3h2v10H3z',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
