/** Where a real run may lie. */
export function Allowed({ d }: { d: string }) {
  return <path className="fill-cut" d={d} />
}

/** The simulated runs. */
export function Hill({ d }: { d: string }) {
  return <path className="fill-accent opacity-55" d={d} />
}

/** Real runs. Each is a stroke without length, so that it is a round dot whatever the drawing is stretched to. */
export function Dots({ d, runs }: { d: string; runs: number }) {
  return (
    <path
      className="fill-none stroke-ink stroke-[7px]"
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
      data-runs={runs}
      d={d}
    />
  )
}
