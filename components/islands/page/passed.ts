/**
 * Tells which of these elements is the last whose top is above a line of the window, at each change; −1 above the first. `part`: how
 * far down the window the line is. The observer only says when an element crosses it; where all of them stand is then measured, so
 * that a jump over several is not missed.
 */
export function whenPassed(elements: readonly (Element | null)[], part: number, tell: (place: number) => void): void {
  if (!('IntersectionObserver' in window)) return
  let told = -1
  const settle = () => {
    const line = innerHeight * part
    const place = elements.findLastIndex((element) => element !== null && element.getBoundingClientRect().top <= line)
    if (place !== told) tell(place)
    told = place
  }
  const observer = new IntersectionObserver(settle, {
    rootMargin: `0px 0px ${Math.floor(part * 100) - 100}% 0px`,
    threshold: [0, 1],
  })
  for (const element of elements) if (element) observer.observe(element)
}
