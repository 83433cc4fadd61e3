import { useEffect, useRef } from 'preact/hooks'

/** A pause longer than this is a pause: time does not leap when the page comes back, ms. */
const LONGEST_FRAME = 100

/** Calls `onFrame` with the milliseconds since the last frame while `running`; otherwise nothing ticks. */
export function useFrames(running: boolean, onFrame: (elapsed: number) => void): void {
  const latest = useRef(onFrame)
  useEffect(() => {
    latest.current = onFrame
  })
  useEffect(() => {
    if (!running) return
    let previous: number | null = null
    let request = requestAnimationFrame(function frame(now) {
      if (previous !== null) latest.current(Math.min(LONGEST_FRAME, now - previous))
      previous = now
      request = requestAnimationFrame(frame)
    })
    return () => cancelAnimationFrame(request)
  }, [running])
}
