/** Calls `act` whenever an event of that type happens in an element that the selector finds, now or later. */
export function whenAt<Type extends keyof DocumentEventMap, Found extends HTMLElement>(
  type: Type,
  selector: string,
  act: (element: Found, event: DocumentEventMap[Type]) => void,
): void {
  document.addEventListener(type, (event) => {
    const element = event.target instanceof Element && event.target.closest<Found>(selector)
    if (element) act(element, event)
  })
}
