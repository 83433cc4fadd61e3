/** Calls `onGone` when an element is no longer in the window, or its tab no longer looked at. Returns how to stop watching. */
export function watchSight(element: Element, onGone: () => void): () => void {
  // A browser without it is told that everything is in sight.
  const observer =
    'IntersectionObserver' in window ? new IntersectionObserver(([entry]) => entry?.isIntersecting || onGone()) : null
  const onVisibility = (): void => {
    if (document.visibilityState !== 'visible') onGone()
  }
  observer?.observe(element)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    observer?.disconnect()
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
