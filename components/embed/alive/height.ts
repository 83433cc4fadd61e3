/**
 * Tells whoever frames the page how high it is, CSS pixels: now, and whenever that changes. The message is of use to anybody, and harms
 * nobody. The function returned does so at once: a frame that is out of sight observes nothing.
 */
export function tellHeight(): () => void {
  if (parent === window) return () => {}
  let told = 0
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    if (height !== told) parent.postMessage({ type: 'lost-writes:height', height }, '*')
    told = height
  }
  tell()
  new ResizeObserver(tell).observe(document.documentElement)
  return tell
}
