/** Stands in for what the kernel will compute, so that the articles can be read before it does. */
export function PendingFigure() {
  return <span className="num">…</span>
}

export function PendingBlock() {
  return null
}
