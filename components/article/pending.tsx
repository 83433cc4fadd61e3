/** Stands in for a figure that is still to come, so that the articles can be read before it does. */
export function PendingBlock() {
  return null
}
