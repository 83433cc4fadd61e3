/** The name as it is set: the mark of a lost write stands between its words. */
export function Logo() {
  return (
    <span className="whitespace-nowrap font-bold tracking-tight" translate="no">
      Lost{' '}
      <svg viewBox="0 0 12 12" className="mx-px mb-0.5 inline-block size-[0.66em] stroke-lost" aria-hidden="true">
        <path d="M1.5 1.5l9 9m0-9l-9 9" fill="none" strokeWidth="2" strokeLinecap="round" />
      </svg>{' '}
      Writes
    </span>
  )
}
