/** Where a real run may lie. */
export function Allowed({ d }: { d: string }) {
  return <path className="fill-cut" d={d} />
}

/** The simulated runs. */
export function Hill({ d }: { d: string }) {
  return <path className="fill-accent opacity-55" d={d} />
}

/** Real runs. Each is a stroke without length, so that it is a round dot whatever the drawing is stretched to. */
export function Dots({ d, runs, agree = true }: { d: string; runs: number; agree?: boolean }) {
  return (
    <path
      className={`fill-none stroke-[7px] ${agree ? 'stroke-ink' : 'stroke-lost'}`}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
      data-runs={runs}
      d={d}
    />
  )
}
